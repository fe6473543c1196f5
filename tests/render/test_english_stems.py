"""Forms of an English word share a stem, as the Snowball stemmer (version 3.1) gives it."""

from __future__ import annotations

from generator.render.search.english import stem

STEMS = """
park: parking parked park parks
process: process processes processed processing
polici: policy policies
tie: tie ties tied
die: die dies dying
cri: cry cries cried
boy: boys boy
gas: gas
this: this
bus: bus
need: need needs needed
agre: agreed agree agrees agreeing
succeed: succeed
proceed: proceed
exceed: exceed exceeding
evening: evening
canning: canning
inning: innings
outing: outing
hope: hoping hope hoped hopes hopefulness hopeful
hop: hopping hopped hop
plan: planning planned plan
fall: falling fall
hiss: hissing hiss
add: adding add added
egg: egg eggs
off: off
rate: rated rating rate rates rate
size: sized sizing size
enabl: enabled enabling enable
paste: paste pasted
file: filing filed file
fail: failing fail
yellow: yellow
say: say says saying
youth: youth
payment: payment payments
happi: happy happiness
happili: happily
relat: relational relate relation relations
condit: conditional
valenc: valency valence
organis: organisation organisations organiser
organiz: organization organizer organize
digit: digitizer
conform: conformably
radic: radically radical
differ: differently different
vile: vilely
analog: analogously
general: generalism general generally
generous: generous
commune: commune
communiti: community communities
communism: communism
univers: universe
universal: universal
universiti: university
arsenal: arsenal
emergenc: emergency emergencies emergence
emerg: emerging
interest: interest interested
internat: international
later: later
lateral: lateral
past: past
oper: operator operation operate operational
decis: decisiveness decisive
callous: callousness
formal: formality formal formally formalize
sensit: sensitivity sensitive
sensibl: sensibility sensible
archaeolog: archaeology archaeologist
biolog: biology
apolog: apology
fluentli: fluently
fluent: fluent
bad: badly
briefli: briefly
triplic: triplicate
format: formative
electr: electricity electrical electric
good: goodness good
adopt: adoption adopt adopted adopting
communion: communion
reviv: revival
allow: allowance allow allowed
infer: inference
airlin: airliner
gyroscop: gyroscopic
adjust: adjustable adjust adjustment
defens: defensible
irrit: irritant
replac: replacement replace
depend: dependent
homolog: homologous
effect: effective effect
bowdler: bowdlerize
probat: probate
ceas: cease
control: controlled control controller
roll: roll
instal: installation install installed
ski: skis
sky: skies sky sky
idl: idly
gentl: gently
ugli: ugly
earli: early
onli: only
singl: singly
news: news
bias: bias
atlas: atlas
at: at
by: by
toy: toy
enjoy: enjoy enjoyed
data: data
council: council councils
tax: taxes tax taxed
licenc: licence licences
licens: licensing licensed license
benefit: benefits benefit
famili: families family
children: children
hous: houses house housing
care: care cared caring
bee: bees
knight: knightly
tan: tanning
herring: herring
earring: earrings
yyy: yyy
"""
"""Stems with words that have them: at least one for each rule and each word that follows none."""


def test_the_forms_of_a_word_share_its_stem() -> None:
    wanted = {word: line.partition(": ")[0] for line in STEMS.split("\n") for word in line.split()[1:]}
    assert {word: stem(word) for word in wanted} == wanted
