"""Letters as strokes of a pen, so that a picture can have words without a font.

Our own drawing, round and of one weight. A letter stands on y = 0; capitals reach 7, small letters 5.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator

Point = tuple[float, float]
Stroke = tuple[Point, ...]

CAPITAL = 7.0
"""The height of capitals."""

GAP, BLANK, WEIGHT = 1.7, 2.6, 0.9
"""The room between letters, between words, and the breadth of the pen."""

_DRAWN = """
A 0,0 2.5,7 5,0|0.9,2.4 4.1,2.4
B 2.5,3.6 0,3.6|2.5,7 0,7 0,0 2.6,0|@2.5,5.3,1.7,1.7,90,-90|@2.6,1.8,1.9,1.8,90,-90
C @3,3.5,3,3.5,50,310
D 1.8,7 0,7 0,0 1.8,0|@1.8,3.5,3.2,3.5,90,-90
E 4,7 0,7 0,0 4,0|0,3.6 3.4,3.6
F 4,7 0,7 0,0|0,3.5 3.3,3.5
G @3,3.5,3,3.5,50,330|3.5,3.2 5.6,3.2 5.6,1.7
H 0,0 0,7|5,0 5,7|0,3.6 5,3.6
I 0,0 0,7
J 3.2,7 3.2,1.8|@1.6,1.8,1.6,1.8,0,-160
K 0,0 0,7|4.4,7 0,2.7|1.5,4.2 4.6,0
L 0,7 0,0 3.8,0
M 0,0 0,7 3,2 6,7 6,0
N 0,0 0,7 5,0 5,7
O @3,3.5,3,3.5,0,360
P 2.5,7 0,7 0,0|@2.5,5.1,1.9,1.9,90,-90|2.5,3.2 0,3.2
Q @3,3.5,3,3.5,0,360|3.8,1.8 5.8,-0.4
R 2.5,7 0,7 0,0|@2.5,5.1,1.9,1.9,90,-90|2.5,3.2 0,3.2|2.3,3.2 4.6,0
S @2.2,5.3,2,1.7,35,270|@2.2,1.8,2.2,1.8,90,-145
T 0,7 5,7|2.5,7 2.5,0
U 0,7 0,2.5|@2.5,2.5,2.5,2.5,180,360|5,2.5 5,7
V 0,7 2.5,0 5,7
W 0,7 1.8,0 3.5,6 5.2,0 7,7
X 0,0 4.8,7|0,7 4.8,0
Y 0,7 2.4,3.3 4.8,7|2.4,3.3 2.4,0
Z 0,7 4.6,7 0,0 4.6,0
a @2,2.5,2,2.5,0,360|4,5 4,0
b 0,7 0,0|@2,2.5,2,2.5,0,360
c @2,2.5,2,2.5,50,310
d @2,2.5,2,2.5,0,360|4,7 4,0
e 0.1,2.6 4,2.6|@2,2.5,2,2.5,0,310
f @2.2,5.6,1.2,1.4,75,180|1,5.6 1,0|0,4.8 2.4,4.8
g @2,2.5,2,2.5,0,360|4,5 4,-0.3|@2,-0.3,2,1.7,0,-150
h 0,7 0,0|@1.9,3,1.9,2,180,0|3.8,3 3.8,0
i 0,5 0,0|0,6.9 0,6.9
j 1,5 1,-0.6|@0,-0.6,1,1.4,0,-100|1,6.9 1,6.9
k 0,7 0,0|3.4,5 0,1.9|1.3,3 3.6,0
l 0,7 0,0
m 0,5 0,0|@1.6,3.2,1.6,1.8,180,0|3.2,3.2 3.2,0|@4.8,3.2,1.6,1.8,180,0|6.4,3.2 6.4,0
n 0,5 0,0|@1.9,3,1.9,2,180,0|3.8,3 3.8,0
o @2,2.5,2,2.5,0,360
p 0,5 0,-2|@2,2.5,2,2.5,0,360
q @2,2.5,2,2.5,0,360|4,5 4,-2
r 0,5 0,0|@1.9,3,1.9,2,180,75
s @1.6,3.75,1.4,1.25,35,270|@1.6,1.25,1.6,1.25,90,-145
t 1,6.6 1,1.3|@2.2,1.3,1.2,1.3,180,285|0,5 2.4,5
u 0,5 0,2|@1.9,2,1.9,2,180,360|3.8,5 3.8,0
v 0,5 1.9,0 3.8,5
w 0,5 1.4,0 2.8,4.2 4.2,0 5.6,5
x 0,0 3.6,5|0,5 3.6,0
y 0,5 2,0|4,5 1.2,-2
z 0,5 3.4,5 0,0 3.4,0
0 @2.2,3.5,2.2,3.5,0,360
1 0,5.6 2,7 2,0
2 @2.1,5,2,2,160,-35|3.74,3.85 0,0 4.2,0
3 @2,5.3,1.8,1.7,150,-90|@2,1.8,2.1,1.8,90,-150
4 3.3,0 3.3,7 0,2 4.4,2
5 3.8,7 0.6,7 0.3,3.9|@2,2.3,2.1,2.3,140,-150
6 @2.1,2.2,2.1,2.2,0,360|3.4,7 0.3,3.3
7 0,7 4,7 1.4,0
8 @2.1,5.3,1.7,1.7,0,360|@2.1,1.8,2.1,1.8,0,360
9 @2.1,4.8,2.1,2.2,0,360|3.9,3.7 0.9,0
& 5,0 1.1,4.8|@2.2,5.6,1.3,1.4,215,-30|3.4,5 1,3.2|@2,1.7,2,1.7,125,-30|3.8,1.2 5,3.2
. 0,0 0,0
, 0.3,0 0,-1.2
' 0.2,7 0,5.4
’ 0.2,7 0,5.4
- 0,2.6 2,2.6
– 0,2.6 3.4,2.6
( @2,3,2,5,130,230
) @0,3,2,5,50,-50
: 0,0 0,0|0,4 0,4
! 0,7 0,2|0,0 0,0
? @1.8,5.2,1.8,1.8,160,-60|2.4,3.6 1.8,2.9 1.8,2|1.8,0 1.8,0
/ 0,-0.8 3,7.6
"""
_LETTERS = {line[0]: line[2:] for line in _DRAWN.strip().splitlines()}
"""Each letter as strokes: points, or after @ an arc by its centre, radii and angles in degrees."""


def width(text: str) -> float:
    """How broad a line of text is."""
    return max((x for stroke in strokes(text) for x, _ in stroke), default=0.0)


def strokes(text: str) -> Iterator[Stroke]:
    """The strokes of a line of text, from x = 0; a sign that has no drawing leaves a blank."""
    left = 0.0
    for sign in text:
        drawn = _drawn(sign)
        if not drawn:
            left += BLANK
            continue
        yield from (tuple((x + left, y) for x, y in stroke) for stroke in drawn)
        left += max(x for stroke in drawn for x, _ in stroke) + GAP


def _drawn(sign: str) -> tuple[Stroke, ...]:
    plain = unicodedata.normalize("NFKD", sign)[:1]  # a letter with an accent is drawn without it
    found = _LETTERS.get(sign) or _LETTERS.get(plain, "")
    return tuple(_arc(part) if part.startswith("@") else _line(part) for part in found.split("|") if part)


def _line(part: str) -> Stroke:
    return tuple((float(x), float(y)) for x, y in (point.split(",") for point in part.split()))


def _arc(part: str) -> Stroke:
    x, y, across, up, start, end = (float(number) for number in part[1:].split(","))
    steps = max(2, round(abs(end - start) / 12))
    angles = (math.radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return tuple((round(x + across * math.cos(a), 4), round(y + up * math.sin(a), 4)) for a in angles)
