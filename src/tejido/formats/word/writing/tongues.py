"""How Word calls a language, so that it proofs and hyphenates with the right dictionary."""

# A bare "es" is Spain's to every version of Word; networks of the Americas and Africa write for many countries, and no
# dictionary of any of them would be more right than another. Portuguese here is Brazil's.
_REGIONS = {"en": "en-GB", "es": "es-ES", "fr": "fr-FR", "pt": "pt-BR", "ar": "ar-SA"}
_FROM_THE_RIGHT = frozenset({"ar", "fa", "he", "ur"})


def tongue(tag: str) -> str:
    """A BCP 47 tag with the region that Word wants."""
    return _REGIONS.get(tag, tag)


def is_from_the_right(tag: str) -> bool:
    return tag.partition("-")[0] in _FROM_THE_RIGHT


def spoken(tag: str) -> str:
    """The property of a run that says its language."""
    if is_from_the_right(tag):
        return f'<w:rtl/><w:lang w:bidi="{tongue(tag)}"/>'
    return f'<w:lang w:val="{tongue(tag)}"/>'
