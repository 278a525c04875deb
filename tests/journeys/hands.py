"""Two hands on a keyboard: what a person does who has no mouse, and what they see on the screen."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# What the focused element is called: its label, its name for screen readers, or its words.
_NAME = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return "";
  const labels = [...(e.labels || [])].map((l) => l.innerText).join(" ");
  const isChoice = e.type === "radio" || e.type === "checkbox";
  const group = isChoice ? "" : e.closest("fieldset")?.querySelector("legend")?.innerText || "";
  return [e.getAttribute("aria-label") || "", labels, e.innerText || "", group].join(" ").replace(/\\s+/g, " ").trim();
}"""
_MOST_TABS = 600
_ONLY_FAULTS = {"resultTypes": ["violations"]}  # what passes is not described one by one: half of the time


class Hands:
    """A page that is used with the keyboard only. `errors` collects what the console complained about."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page, self.origin = page, origin
        self.errors: list[str] = []
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, path: str) -> None:
        self.page.goto(self.origin + path)

    def sit(self, seat: str) -> None:
        """One click into a seat of the demonstration, whether or not the front page suggests it."""
        self.open("/trying/")
        token = self.page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value")
        seated = self.page.request.post(
            f"{self.origin}/trials/{seat}/",
            form={"csrfmiddlewaretoken": token or ""},
            headers={"Origin": self.origin},
        )
        assert seated.ok, f"nobody can sit in {seat}: {seated.status}"
        self.open("/")

    def to(self, name: str, *, nth: int = 1) -> None:
        """Tabs to the nth control, from where the focus is, whose name holds these words."""
        seen = []
        for _ in range(_MOST_TABS):
            self.page.keyboard.press("Tab")
            found = str(self.page.evaluate(_NAME))
            seen.append(found)
            if name in found:
                nth -= 1
                if not nth:
                    return
        raise AssertionError(f"no control is called {name!r} on {self.page.url}; there were {sorted(set(seen))}")

    def press(self, name: str, *, nth: int = 1) -> None:
        """Tabs to a link or button and presses it; another page follows."""
        self.to(name, nth=nth)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def unfold(self, name: str) -> None:
        """Tabs to what folds open and opens it."""
        self.to(name)
        self.page.keyboard.press("Enter")

    def write(self, name: str, words: str, *, nth: int = 1) -> None:
        """Tabs to a field and types over what is in it."""
        self.to(name, nth=nth)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(words)

    def pick(self, name: str, choice: str) -> None:
        """Tabs to a list and types the beginning of a choice, as the browser takes it."""
        self.to(name)
        self.page.keyboard.type(choice)

    def bring(self, name: str, *files: Path) -> None:
        """Chooses files, which the browser's own dialogue does; the field itself is reached by keyboard."""
        self.to(name)
        self.page.locator("input[type=file]:focus").set_input_files(list(files))

    @property
    def words(self) -> str:
        """Everything that can be read on the page."""
        return self.page.locator("body").inner_text()

    def sees(self, *words: str) -> None:
        for wanted in words:
            assert wanted in self.words, f"{wanted!r} is not on {self.page.url}:\n{self.words[:3000]}"

    def sees_not(self, *words: str) -> None:
        for unwanted in words:
            assert unwanted not in self.words, f"{unwanted!r} is on {self.page.url}"

    def barriers(self) -> list[str]:
        """What keeps somebody from using the page: what axe finds, and what is wider than the screen."""
        violations = Axe().run(self.page, options=_ONLY_FAULTS).response["violations"]
        found = [f"axe {violation['id']}: {violation['nodes'][0]['html'][:160]}" for violation in violations]
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return [*found, f"{wide} px wider than the screen"] if wide > 0 else found
