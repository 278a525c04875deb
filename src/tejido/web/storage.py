"""Static files with their content's hash in the name, so that browsers keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]  # ships no types


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # the same
    # A page must not fail because a file of the look is missing: it is served plain, and `tejido doctor` says so.
    manifest_strict = False

    def stored_name(self, name: str) -> str:
        try:
            return str(super().stored_name(name))
        except ValueError:
            return name
