"""Sound and video: captions, transcripts, and silence until somebody asks for it."""

from __future__ import annotations

import re

from generator.proofread.catalogue import REVIEW, WARNING, rule
from generator.proofread.html.page import Flaw, Flaws, HtmlPage, said
from generator.proofread.html.tree import Element
from generator.proofread.on_demand import on_demand

_IN_WORDS = on_demand(r"\btranscript|text version|\btrawsgrifiad|audio description|described version", re.I)
_VIDEO_PAGES = on_demand(
    r"(?:youtube(?:-nocookie)?\.com/embed|player\.vimeo\.com|dailymotion\.com/embed|facebook\.com/plugins/video)",
    re.I,
)


def _in_words(page: HtmlPage, element: Element) -> bool:
    """Whether the page offers the same in words, or says that the recording only repeats its text."""
    described = element.get("aria-describedby") or element.get("aria-details")
    return bool(
        described
        or _IN_WORDS.search(page.text)
        or re.search(r"\btext (?:above|below)|alternative", page.text, re.I)
    )


def _describes(track: Element, *kinds: str) -> bool:
    return (track.get("kind").lower() or "subtitles") in kinds and bool(track.get("src"))


@rule("video-captions", REVIEW, "WCAG 2.2, 1.2.1, 1.2.2 and 1.2.3", "html")
def video_captions(page: HtmlPage) -> Flaws:
    """
    What: A video has captions, or the page offers the same in words.
    Why: People who do not hear learn nothing from it otherwise.
    How: Add `<track kind="captions">`, and a transcript on the page.
    """
    for video in page.told("video"):
        tracked = any(
            _describes(track, "captions", "subtitles", "descriptions") for track in video.within("track")
        )
        silent = video.has("muted") and not video.has("controls")
        if (
            not tracked
            and not silent
            and not _in_words(page, video)
            and (video.get("src") or list(video.within("source")))
        ):
            yield Flaw(
                video,
                "This video has no captions here, and no transcript is offered.",
                'Add `<track kind="captions">`, or make sure that captions are in the picture.',
            )


@rule("audio-transcript", REVIEW, "WCAG 2.2, 1.2.1", "html")
def audio_transcript(page: HtmlPage) -> Flaws:
    """
    What: Beside a recording there is a transcript.
    Why: People who do not hear learn nothing from it otherwise.
    How: Put the words on the page, or link to them beside the recording.
    """
    for audio in page.told("audio"):
        if (
            audio.has("controls")
            and not _in_words(page, audio)
            and (audio.get("src") or list(audio.within("source")))
        ) and len(page.text.split()) < 40:
            yield Flaw(audio, "No transcript is offered for this recording.", "Put the words on the page.")


@rule("embedded-video", REVIEW, "WCAG 2.2, 1.2.2 and 2.3.1", "html")
def embedded_video(page: HtmlPage) -> Flaws:
    """
    What: A video from elsewhere has captions, and does not flash more than three times a second.
    Why: Flashes can cause a fit; without captions people who do not hear are left out.
    How: Watch it; if it flashes, warn people before it or do not show it.
    """
    for frame in page.told("iframe"):
        if _VIDEO_PAGES.search(frame.get("src")):
            yield Flaw(
                frame,
                f"This video comes from elsewhere: {said(page.name(frame) or frame.get('src'))}",
                "Look whether it has captions, and whether anything in it flashes; if so, warn people first.",
            )


@rule("media-plays", WARNING, "WCAG 2.2, 1.4.2 and 2.2.2", "html")
def media_plays(page: HtmlPage) -> Flaws:
    """
    What: Nothing plays by itself.
    Why: Sound drowns the screen reader's voice, and moving pictures keep people from reading.
    How: Take `autoplay` out.
    """
    for media in page.find("video", "audio"):
        controls = media.has("controls") or any(True for _ in page.find("button")) or page.find("input")
        short = re.search(
            r"#t=[\d.:]*,", " ".join((media.get("src"), *(s.get("src") for s in media.within("source"))))
        )
        if media.has("autoplay") and not media.has("muted") and not controls and not short:
            yield Flaw(
                media,
                "This plays by itself and cannot be stopped.",
                "Take `autoplay` out and add `controls`.",
            )
    for sound in page.find("bgsound"):
        yield Flaw(sound, "A sound plays by itself and cannot be stopped.", "Take it out.")


@rule("text-moving", WARNING, "WCAG 2.2, 2.2.2", "html")
def text_moving(page: HtmlPage) -> Flaws:
    """
    What: Text stands still and does not blink.
    Why: Many people cannot read what moves, nor anything beside it.
    How: Use plain text.
    """
    for element in page.find("marquee", "blink"):
        yield Flaw(element, f"This text moves or blinks: {said(element.text)}", "Use plain text.")
    for element in page.elements if page.cascade.known else ():
        if "blink" in page.cascade.own(element, "text-decoration").split():
            yield Flaw(element, f"This text blinks: {said(element.text)}", "Use plain text.")
