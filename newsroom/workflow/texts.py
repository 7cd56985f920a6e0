"""The working copy of one language: its state, its address, who agreed to which text."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname

from newsroom.languages import digest, text_of
from newsroom.models import Agreement, LanguageState, Release
from newsroom.models.event import Verb
from newsroom.models.language_state import Status
from newsroom.refusal import language_name
from newsroom.verbs import TABLE
from newsroom.workflow.act import Act, refuse_any
from org.slugs import slug_of

NOT_FROM_HERE = {
    Verb.ASSIGN: _("%(language)s: its text is “%(status)s”; only a language without a text is given to a translator."),
    Verb.LEAVE_OUT: _("%(language)s: its text is “%(status)s”; only a language without a text can be left out."),
    Verb.SUBMIT: _("%(language)s: its text is “%(status)s”; only a draft can be sent for clearance."),
    Verb.PUBLISH: _("%(language)s: its text is “%(status)s”; finish it first."),
}


def state_of(act: Act, language: str) -> LanguageState:
    """The state of a language of the release; made where there is none yet."""
    text = text_of(act.release, language)
    new = {"status": Status.MISSING, "text_digest": digest(dict.fromkeys(text, ""))}
    return LanguageState.objects.get_or_create(release=act.release, language=language, defaults=new)[0]


def not_ready(act: Act, states: Iterable[LanguageState]) -> Iterator[str]:
    """A sentence for each language from whose status the verb does not start."""
    for state in states:
        if state.status not in TABLE[act.verb].start:
            yield NOT_FROM_HERE[act.verb] % {
                "language": language_name(state.language),
                "status": state.get_status_display(),
            }


def advance(act: Act, states: list[LanguageState]) -> None:
    """Moves languages on to where the verb leads, all or none, and records each."""
    refuse_any(not_ready(act, states))
    for state in states:
        state.status = TABLE[act.verb].end or state.status
        state.save(update_fields=["status", "translator", "due_at"])
        act.record(state.language)


def record_text(act: Act, language: str) -> None:
    """A changed text is a draft again, whatever was said of it before."""
    text = text_of(act.release, language)
    state = state_of(act, language)
    if state.text_digest == digest(text):
        return
    state.text_digest = digest(text)
    state.version += 1
    state.status = Status.DRAFT if any(text.values()) else Status.MISSING
    if language != act.release.source_language:
        state.made_from = text_of(act.release, act.release.source_language)
    state.save(update_fields=["text_digest", "version", "status", "made_from"])
    act.record(language)


def approve_text(act: Act, language: str) -> None:
    """The text as it stands is approved; a person who does so agrees to it."""
    state = state_of(act, language)
    state.status = TABLE[act.verb].end or state.status
    agree(act, state)


def agree(act: Act, state: LanguageState) -> None:
    """The person agrees to exactly the text as it stands, its address included. A command agrees to nothing."""
    state.text_digest = digest(text_of(act.release, state.language))
    state.save(update_fields=["status", "text_digest"])
    if act.person:
        Agreement.objects.get_or_create(
            state=state, person=act.person, text_digest=state.text_digest, defaults={"agreed_at": act.now}
        )


def fill_slug(release: Release, language: str) -> None:
    """The working copy keeps the address that it goes out under, so that a new title does not move the page."""
    text = text_of(release, language)
    if not text["slug"]:
        column = build_localized_fieldname("slug", language)
        setattr(release, column, slug_of(text["title"], language) or str(release.uuid))
        release.save(update_fields=[column])
