"""The English of every Danish template. A pair is for one and for several, as `count` says."""

ENGLISH: dict[str, str | tuple[str, str]] = {
    "{text} (accepteret: {reason})": "{text} (accepted: {reason})",
}
