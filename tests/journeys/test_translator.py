"""A translator brings a stale passage up to date, by keyboard only: sees what changed, is told of an unwanted word
while typing, saves, and another seat reads it."""

import pytest

TRANSLATOR, SECRETARIAT = "network/translator/TRA", "network/secretariat/SEC"
LANGUAGES = "/texts/principios-versiones-demostracion/translation/"
WRONG = "Uma tradução vale para as palavras do original. Se muda, isso se diz a quem lê o texto oficial."
RIGHT = "Uma tradução vale para as palavras do original. Se muda, isso se diz a quem lê o texto."


@pytest.mark.thorough
def test_a_translator_brings_a_stale_passage_up_to_date_and_the_secretariat_reviews_it(sit) -> None:
    translator = sit(TRANSLATOR, language="en")
    translator.open(LANGUAGES)
    translator.press("português", nth=2)  # the first is the region that holds the table
    translator.pick("State", "Source")
    translator.press("Show")
    translator.sees("Source changed since")
    translator.press("¶ 2", nth=2)
    translator.sees("What changed in the source since", "así se dice a quien lee")
    translator.write("Translation", WRONG, nth=3)  # before it: the seat itself, and the way back to the desk
    translator.page.wait_for_selector("#checks .warning")
    translator.sees("The glossary says not to use “texto oficial”.", "texto autêntico")
    translator.press("Save the translation")
    translator.sees("Change it, or say that it has to stay")
    translator.write("Translation", RIGHT, nth=3)
    translator.press("Save the translation")
    translator.sees("Saved as a draft. Another seat reviews it.", "Human draft")
    secretariat = sit(SECRETARIAT, language="en")
    secretariat.open(translator.page.url.removeprefix(secretariat.origin))
    secretariat.press("Mark as reviewed as it stands")
    secretariat.sees("1 passage is reviewed.", "Reviewed")
    # the browser itself reports the answer 422 to the form that is wrong on purpose
    assert [error for error in translator.errors + secretariat.errors if "422" not in error] == []
