import type { CueRule } from './cue';

/**
 * The words of the lists below: `a|b` one of them, `(a|b)` one or none, capitals a list from here. A pattern may hold several.
 */
export const wordLists: Readonly<Record<string, string>> = {
  BE: 'is|are|was|were|be|been|being|remain|remains|remained',
  HAVE: 'has|have|had|having',
  DO: 'do|does|did',
  MAY: 'may|might|could|can|would',
  FOUND:
    'found|seen|noted|observed|detected|identified|demonstrated|documented|recorded|visualized|visualised|visible|appreciated|present|evident|apparent|' +
    'palpable|palpated|reported|shown|isolated|obtained|detectable|felt|heard|elicited|confirmed|established|encountered|revealed|recovered|discovered|cultured|recognized|recognised',
  DONE: 'performed|done|given|administered|carried|undertaken|attempted|required|needed|used|indicated|offered|necessary|started|conducted|available',
  SHOW: 'show|reveal|demonstrate|disclose|detect|identify|find|yield|grow|isolate|indicate|suggest|confirm|document|uncover|elicit|produce',
  SHOWED: 'show|shows|showed|reveal|reveals|revealed|demonstrated|demonstrates|disclosed|discloses|yielded|gave|found',
  KNOW: 'definite|clear|obvious|clinical|radiologic|radiological|radiographic|histologic|histological|microscopic|further|other|significant|overt|apparent|known|convincing|firm|serologic|' +
    'serological|laboratory|direct|objective|gross|prior|previous|past|personal|new|recent|associated|concomitant|residual|definitive|abnormal|sonographic|biochemical|conclusive|current',
  SIGN: 'evidence|sign|signs|symptom|symptoms|indication|indications|suggestion|suspicion|history|feature|features|finding|findings|stigmata|manifestation|manifestations|complaint|complaints|' +
    'recurrence|trace|traces|focus|source|cause|clue|clues|hint|hints|reports|report',
  ADV: 'all|both|also|again|completely|entirely|repeatedly|persistently|consistently|therefore|thus|then|subsequently|later|initially|uniformly|always|definitely|definitively|clinically|reliably|effectively|finally|largely|otherwise|still|not',
  DET: 'a|an|the|any|his|her|its|their|some',
  AMOUNT: 'NUM|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|several|few|many|a|one|some',
  HAS: 'has|have|had|was|were|is|are|with|who|died|suffered|suffers|developed|also|both|each|carried|carries|carry|showed',
  RELATIVE:
    'mother|father|brother|brothers|sister|sisters|sibling|siblings|uncle|uncles|aunt|aunts|cousin|cousins|grandmother|grandfather|grandmothers|grandfathers|grandparent|grandparents|' +
    'nephew|niece|nephews|nieces|parents|relative|relatives|half-brother|half-sister|twin|great-grandmother|great-grandfather',
  KIN: 'son|sons|daughter|daughters|wife|husband|spouse|partner|parent|grandson|granddaughter',
  TELL:
    'noticed|reported|reports|stated|said|described|brought|gave|denied|observed|told|recalled|noted|found|called|administered|felt|thought|requested|consented|agreed|refused|declined|mentioned|explained|' +
    'witnessed|discovered|confirmed|donated|complained|took|insisted|wanted|asked|accompanied',
};

type Rules = readonly (readonly [kind: CueRule['kind'], side: CueRule['side'], reach: CueRule['reach'], patterns: string])[];

/**
 * The cues, by the method of ConText (Harkema, Dowling, Thornblade and Chapman 2009, "ConText: an algorithm for determining negation,
 * experiencer, and temporal status from clinical reports", J Biomed Inform 42:839-51), which extends NegEx (Chapman et al. 2001, J
 * Biomed Inform 34:301-10). The longest cue at a word counts, so a pseudo-cue takes the place of a cue that it contains. The words
 * are ours, collected from the style of case reports; no published list is copied.
 */
export const cueRules: Rules = [
  ['affirmed', 'after', 'clause', '(BE) (ADV|strongly|weakly|focally|diffusely) positive for; positive'],
  ['negated', 'after', 'clause', `
    no; no (KNOW) (KNOW) SIGN of|for|that|to|suggesting|suggestive|indicating; no (KNOW) evidence to suggest|support; no (KNOW) SIGN suggestive|indicative of
    no more; no definite|obvious|apparent|significant|abnormal|known|other|new|overt|gross|palpable|visible|detectable
    without; without (any) (KNOW) evidence|sign|signs|symptoms|features|history of; with no; without any|other
    absence of; (the) absence of (any) (KNOW) SIGN of; in the absence of; lack of; lack of (any) (KNOW) SIGN of; lacked; lacks; lacking; exclusion of
    free of|from; devoid of; clear of; never; never had; HAVE never had|developed|experienced|received|undergone|used|taken|suffered
    negative for; BE negative for; tested|tests|test negative for; negative with respect to
    DO not have|induce|cause|precipitate|show|reveal|express|develop|demonstrate|disclose|contain|support|suggest|indicate|confirm|drink|smoke|take|receive|include|exhibit|detect|identify|find|yield|grow|experience|report|describe|undergo|meet|fulfill|fulfil|produce|use|harbor|carry|possess|feel|complain|suffer (of|from) (any)
    DO not (SHOW|support) (the) diagnosis|presence|possibility|existence of; did not SHOW (any) (KNOW) SIGN of; HAVE not had|developed|received|experienced|undergone|shown|taken|used
    fail|fails|failed|failing|failure to SHOW; failed to SHOW (any) (KNOW) SIGN of; unable to SHOW; failed to have|develop|express
    ruled|rules out; ruled out the possibility|diagnosis|presence of; excluded; excludes; excluded the possibility|diagnosis|presence of
    (BE) not a case of; (BE) not due|attributable to; (BE) not caused|explained|produced by; (BE) not associated with; (BE) not consistent|compatible with; (BE) not suggestive|indicative|typical|characteristic|diagnostic of; (BE) not suspicious for;  inconsistent|incompatible with
    argued|argues|argue|speaks|spoke|evidence|militates|militated against; against (the|a) diagnosis of
    refused; refuses; declined; declines; refusing; declining; neither; nor; zero
    not explained|attributed by|to; could not be explained|accounted by|for; could not be attributed to; could|can not SHOW (any); could not SHOW (any) (KNOW) SIGN of; unremarkable for
    rather than; instead of; nonreactive|non-reactive for; cleared of; nil; no longer; no longer had|has|have|showed|shows|demonstrated|revealed|required|needed|complained`],
  ['negated', 'after', 'list', `
    denied; denies; denying; denied any|having|taking; denied (any) history of; denied (that) he|she|they had`],
  ['negated', 'after', 'whole', `
    none of; no patient|patients|case|cases; neither patient|of|case|child|infant|twin|parent|boy|girl|man|woman|brother|sister; none of (the|our|these) patients|cases; denied that; no one; nobody`],
  ['negated', 'after', 'phrase', 'BE not; negative; absent; BE not on|in|a|an; not a|an; nonreactive; non-reactive; non'],
  ['negated', 'before', 'clause', `
    BE (ADV) negative|absent|excluded|undetectable|nonreactive|non-reactive|sterile|unproductive|lacking|unrevealing|noncontributory
    (MAY|HAVE) (BE) BE (ADV) ruled out; (could|can) BE excluded; ruled out; was (ADV) excluded by|on
    BE not (ADV) FOUND|DONE; BE never FOUND|DONE; HAVE not been FOUND|DONE; HAVE never been FOUND|DONE; could not be FOUND; BE not (ADV) involved|affected|enlarged|elevated|increased|clinically (FOUND); BE neither FOUND|DONE
    negative; absent; not detected|found|seen|observed|identified|performed|done|present|noted|available; not otherwise FOUND; undetectable; nonreactive; non-reactive; non-contributory
    DO not recur|reoccur|occur|develop|appear|exist|reappear|grow; never recurred|occurred|developed|appeared|reappeared
    tested|turned|came|proved (out|to) (be) negative; HAVE been negative|excluded|absent; gave|yielded (a) negative results|result; BE of no
    HAVE disappeared|resolved|vanished|cleared; disappeared; resolved; had been ruled out; BE below the limit|level of detection; below the limit|level of detection; below detection; under the detection limit
    BE no longer FOUND; BE eliminated; argued against; HAVE (been) cleared; BE withheld; BE refused|declined; BE not consistent`],
  ['none', 'both', 'phrase', `
    no (KNOW|more|substantial|major|important|marked) increase|change|changes|improvement|response|difference|differences|difficulty|difficulties|delay|doubt|larger|smaller|worse|better|greater|less|reduction|decrease|interval|alteration|variation|effect|benefit|progression|deterioration|question|consensus|relief|success|significance|matter|way|alternative|choice (in|of|to|from|with) (DET|size|the) (size|number|level|dimensions) (of)
    no doubt that; no later; no sooner; no fewer; no difficulty; no less than; no more than; no earlier; no exception
    not only; not just|merely|simply|solely; not necessarily; not certain|clear|sure|known; BE not only|known|uncommon|rare|unusual|infrequent|clear|certain|yet|until|always|necessarily|surprising|unexpected|well|as|so|entirely|of|understood|specific
    BE not a|an rare|uncommon|unusual|infrequent (finding|event|complication|occurrence); not uncommon|unusual|infrequent|rare|infrequently|uncommonly|surprisingly|rarely; not uncommon in; not to mention; not until; not yet known; not very
    BE not corrected|relieved|improved|controlled|affected|influenced|altered|changed|alleviated|treated|reduced|responsive|tolerated|followed|accompanied (by|with|to); not respond; not responding; not improve; not decrease|decreased; not increase|increased; not change; not fall; not rise; not resolve|disappear|subside
    could|can|should|would|will not; DO not; HAVE not; BE not known
    year|years|month|months|week|weeks|day|days old; (over|for|during|in|within) the past|last (AMOUNT) day|days|week|weeks|month|months|year|years; past the
    without difficulty|difficulties|delay|interruption|success|improvement|change|response|exception|incident|contrast|treatment|effect|benefit|further|doubt|question|limitation|regard|respect|warning|relief|knowledge; without any other|further|difficulty|improvement|response|change|delay
    nothing but; nothing else but; negative pressure; no further; not completely|fully; negative control|controls; false negative; false-negative; free text; free air|fluid|gas|flap|thyroxine|t4|testosterone|water|intervals|interval; neither tender|painful; 
    DET history of present illness; history of present illness; history and physical; history taking; NUMDAYS history of; NUMDAYS (and) NUMDAYS history of; AMOUNT day|days|week|weeks|month|months|year|years history of; history of AMOUNT; history is; case history; natural history; life history; short|brief history of; presented with (a|an) history of; history was obtained|taken; prior to; previous to; prior|previous report|reports|study|studies|case|cases|literature|findings; previously described|reported|healthy|well|undescribed|fit|unreported|published; previously in good
    upper|lower limit|limits of normal; times normal|the; above|below|beyond|outside|over (the) normal (range|limit|limits|level|value); BE not normal; not normal; not of normal; to normal; normal saline|tissue|person|persons|individual|individuals|subjects|controls|control|volunteers|donors|cells|tissues|counterpart|people|upper|range; times the upper|normal limit|value (of) (normal); than normal; HAVE returned|return to normal; unremarkable until|except; normal until|except; nearly|near normal; from normal; adjacent normal; normal distribution; clear cell|cells|zone|margin|margins|fluid|liquid|that|evidence; clear to; became|becomes|become clear; normal mucosa was|were
    suggest|suggests that; we suggest|propose|speculate|believe|think|hypothesize|postulate (that); MAY have contributed|caused|resulted|led|facilitated|triggered|induced|precipitated|played|occurred (to|in|from); MAY be used|useful|helpful|beneficial|effective|necessary|needed|associated|indicated|involved|present|seen
    unlikely to be|have; not suspected; not likely`],
  ['possible', 'after', 'phrase', `
    MAY be; MAY have been; MAY have; might; possible; probable; suspected; presumed; presumptive; suspicious; likely; questionable; potential; putative; apparent; possibly; probably; presumably; perhaps; equivocal; tentative; suspect; clinically suspected; strongly suspected; highly suspected; supposed; doubtful; indeterminate; maybe; conceivably`],
  ['possible', 'after', 'clause', `
    BE suspected of|to (be|have|having|represent); suspicion of|for|was; suspicion that; suspicious|suspicion for|of|that; raised (the|a) (clinical) suspicion|possibility|question|concern of|for|that; suspecting; suspected of having; suspect|suspects|suspected that; suspected to be|have; we suspect|suspected (that)
    differential diagnosis|diagnoses; differential diagnosis|diagnoses of|for|included|includes|was|were|comprised|comprises|is|are|considered|should|may|must|also (included|includes|include|of); working|tentative|provisional|presumptive|preliminary|initial|clinical|probable|presumed|suspected|possible|likely diagnosis of; diagnosis of (a|an) possible|probable|suspected; working|tentative|provisional|presumptive|preliminary|initial|likely|presumed diagnosis was; tentative|provisional|presumptive|working|preliminary diagnosis; (initial|clinical) impression of|was|that
    suggested; suggesting; suggestive; suggests; suggestive|suspicious|indicative|compatible|reminiscent of|for; compatible with; suggested|suggesting|suggests (the|a) (diagnosis|possibility|presence) of; suggested|suggesting that (the|this) patient|he|she had|has
    MAY represent|indicate|reflect|suggest; MAY have had|represented; MAY BE (caused|explained|produced) (due|related|secondary|attributable|attributed) to|by; MAY have been (caused|induced|produced|due|related|secondary) by|to
    to rule out; rule out; r o; to exclude; in order to rule|exclude (out); ruling out; to evaluate|investigate|check|assess|look for; evaluation|workup|investigation for; evaluated|investigated for; cannot|can't rule|exclude (out); could|can|DO not rule|exclude (out) (the possibility|diagnosis of); DO not rule out
    concern|concerns|concerned|concerning|worrisome|worry for|about|of|that; question|possibility|likelihood|probability|chance of; possibility|likelihood that; consideration of; (BE) considered to be|have|represent; BE (most) likely|possible|probable|conceivable|unlikely (due|that|to|a|an|the|caused|related) (be|have|by|to|represent); most likely; most likely|probably represents|represented|due|a|an|the; likely|probably|possibly|presumably|perhaps due|related|caused|secondary|precipitated|induced|triggered|produced|from|because|represents|represented|represent|had|has|a|an|the|was (to|by|of); possibly|probably|presumably|likely as a result|consequence of
    thought|believed|felt|assumed|presumed|considered|postulated|hypothesized|speculated to (be|represent|have|reflect|indicate|result|arise|originate) (been|from) (due|caused|secondary|related) (to|by); thought|believed|assumed|presumed|hypothesized|postulated|speculated|suspect that; it BE|seems|seemed|is|was (most) (thought|believed|assumed|possible|likely|conceivable|probable|unlikely|suspected|plausible) that
    appear|appears|appeared|seem|seems|seemed to have|be|represent|suffer|reflect; interpreted as (possible|probable|likely|suspicious); unlikely; unlikely that; favor|favors|favored|favoring; as if; unlikely to be|have; indeterminate for; treated empirically for; empiric|empirical treatment of|for; mimicking; mimicked; simulating; resembling; reminiscent of; at risk|risk of|for; should|must be considered|suspected|ruled`],
  ['possible', 'before', 'clause', `
    (BE) (ADV|strongly|highly|clinically|initially|first|also) suspected; BE (strongly|highly|clinically|initially|first|also) suspected because|on|by|at|in|clinically|from|and; was|were|is|are (also|initially|strongly|therefore|first|seriously) considered; MAY|cannot|could not be (entirely|completely|definitely|definitively|reliably|fully) ruled out; MAY|cannot|could|can not (be) (entirely|completely|definitely|definitively|reliably|fully) (be) excluded|ruled (out) (entirely|completely); cannot|can't be (entirely|completely|definitely|definitively|reliably|fully) excluded|ruled (out); could|can not be (entirely|completely|definitely|definitively|reliably|fully) ruled out (entirely|completely)
    BE (very|highly|most|also|more|considered|thought|deemed|felt) unlikely|possible|likely|probable|questionable|conceivable|doubtful|equivocal|presumed|postulated|hypothesized|inconclusive; BE (HAVE) not BE (ADV) excluded; HAVE not been excluded|ruled (out); was not excluded; BE not ruled out; not excluded; should|must|needs|has|have to be ruled|excluded|considered|suspected (out); should|must be ruled|excluded|considered|suspected (out); BE a (distinct|strong|remote|real) possibility|consideration|concern; remained|remains a possibility|consideration|concern; BE in|among the differential; BE in question; BE raised; seems|seemed|appears|appeared likely|unlikely|possible|probable|doubtful|plausible; was entertained; were entertained; MAY be excluded|ruled (out); MAY have been present`],
  ['possible', 'both', 'phrase', 'versus; vs'],
  ['historical', 'after', 'clause', `
    history of; (known|past|previous|prior|remote|medical|clinical|personal|significant|surgical|long|distant|documented|strong|prolonged|extensive) history of|includes|included|significant|notable|remarkable|positive|relevant|with (for|of); history was|is (significant|notable|remarkable|positive|relevant) for; history; past medical|surgical|history history; (past|previous|prior) (medical|surgical|clinical) history (was|is|of|includes|included|revealed|consisted|comprised|significant|notable|remarkable|positive|disclosed) (significant|notable|remarkable|positive|relevant|of|only) (for|of); medical history (was|is|of|includes|included|revealed|consisted|comprised|significant|notable|remarkable|positive|disclosed) (significant|notable|remarkable|positive|relevant|of|only) (for|of); h o; hx of; known history of
    status post; status-post; s p; postoperative state; HAVE undergone; had been treated|hospitalized|operated|diagnosed|admitted|hospitalised|evaluated|seen (on) (previously|surgically|successfully|elsewhere) for|with|as|because (having|of); HAVE had (a|an|previous|prior); had suffered (from|of|a); previously treated|diagnosed|operated|admitted|hospitalized|irradiated|known for|with|as; previously had; HAVE previously (been|had|undergone|received|suffered); in the past; known to have had; who had had|undergone; had experienced; HAVE a history of; BE known to have had; had contracted; recovered from; after recovery from`],
  ['historical', 'after', 'phrase', 'previous; prior; former; past; old; healed; remote; previous history of'],
  ['historical', 'before', 'clause', `
    in childhood; as a child; in the past; in infancy; in adolescence; in his|her youth; in (early|his|her) childhood; as a young man|woman|adult; in the remote past; in remote past; (HAVE) been (diagnosed|performed|treated|resected|removed|made|done) AMOUNT years|year|decades previously|earlier|before|ago`],
  ['historical', 'both', 'whole', `
    AMOUNT year|years|decade|decades ago|earlier|before|previously|prior|back (admission|presentation|to|then) (presentation|admission); last year; the year before; the previous year; years ago|earlier|before|previously; at the age of NUM; at age NUM; decades ago|earlier; AMOUNT and|or|to AMOUNT years ago|earlier|before|previously; (many|several) years ago|earlier|before|previously`],
  ['family', 'after', 'whole', `
    family history; (strong|positive|known|significant) family history of|for|was|is|revealed|included|includes|disclosed|showed|positive|significant|notable|remarkable (positive|significant|notable|remarkable) (for|of); family members; familial history (of)
    (DET|two|three|one|both|maternal|paternal|his|her|the|patient's) (patient's|maternal|paternal|older|younger|elder|affected|twin|identical|half) RELATIVE HAS; (his|her|patient's|proband's|whose|their) (older|younger|elder|affected|only|eldest) KIN HAS; RELATIVE and|or (his|her|the|a|one|two) (maternal|paternal) RELATIVE (HAS)
    RELATIVE , who HAS; maternal; paternal; mother|father|brother|sister|son|daughter|parents|sibling|siblings of (the|our|this) patient|proband|child|infant|boy|girl (HAS); fh; fhx; affected RELATIVE`],
  ['family', 'before', 'clause', `
    in (his|her|the|a|an|one|two|both|several|patient's|their|maternal|paternal) (maternal|paternal|older|younger|elder|affected|of|twin|patient's) (his|her|the) RELATIVE; in (his|her|the) (patient's) KIN; in the family; in (other|several|some) family members; runs|ran in the family`],
  ['none', 'both', 'phrase', `
    RELATIVE|KIN HAS TELL (that|to); by|to|with|according|from|between (to) (his|her|the|their|a|both) (patient's|own) RELATIVE|KIN; family members|member reported|noticed|noted|stated|brought; no|without (KNOW) family history; consent from; mother tongue; mother cell|cells; sister chromatid|chromatids|joseph|mary; twin pregnancy|pregnancies|gestation; partner violence; daughter cells|cell|cysts|cyst; maternal age|death|mortality|blood|serum|circulation; paternal age; nonconsanguineous parents; consanguineous parents; healthy parents; unrelated parents; parents were|are consanguineous|unrelated|healthy|first|cousins; first cousins`],
  ['normal', 'after', 'phrase', `
    normal; unremarkable; intact; (entirely|completely|otherwise|grossly|essentially|apparently) normal; normal-appearing; (a|an) normal|unremarkable; normally; normal-sized; preserved; patent; stable vital; benign-appearing`],
  ['normal', 'after', 'clause', 'no (KNOW|significant|gross) abnormality|abnormalities (BE) (FOUND) in|of|on; no abnormalities were found|seen|noted|detected in|on|of; no (KNOW|significant|gross) abnormal findings in|on|of; nothing abnormal in|on'],
  ['normal', 'before', 'clause', `
    BE (all|both|also|otherwise|entirely|completely|essentially|grossly|found|to|reported|considered|still|again|initially|within|in|of) (be|the|to) (normal|a) normal|unremarkable|intact|preserved|clear|nontender|non-tender|stable|patent|regular|reactive|symmetric|symmetrical|supple|noncontributory|non-contributory|nonspecific|negative-appearing (in|limits|range) (size|shape|limits)
    (BE) (all|both) (within|in) (the) normal limits|range|ranges; BE (all|both) within|in (the) normal (limits|range|ranges); within normal limits|range; (all) within normal limits; BE normal; BE soft (and|,) (nontender|non-tender|flat|lax); BE full; appeared|appears|looked|looks|seemed|proved|remained (to) (be) (entirely|completely|otherwise|grossly|essentially) normal|intact|unremarkable|clear|preserved|healthy|stable
    SHOWED (only|entirely|essentially) no (KNOW|significant|gross) abnormality|abnormalities|changes; SHOWED (only|entirely|essentially|a) normal|unremarkable findings|results|values|result|finding|pattern; SHOWED (only|entirely|essentially) normal; gave|yielded (a) normal results|result|values; without|with no (KNOW|significant|gross) abnormality|abnormalities; SHOWED nothing abnormal|remarkable; BE free of abnormalities; BE without abnormality|abnormalities; normal; unremarkable; intact; BE healthy; BE in (the) normal range; in the normal range; had a normal appearance; BE of normal size|shape|appearance|configuration|caliber|morphology (and) (shape|size|appearance); had normal findings`],
];

/** Words by what they are to scopes. */
export const roleWords = {
  verb:
    'is are was were am be has have had showed shows revealed reveals demonstrated demonstrates disclosed discloses presented presents developed develops became becomes remained remains underwent ' +
    'received receives complained complains reported reports died recurred recurs persisted persists confirmed confirms indicated indicates started began begins continued continues rose fell ' +
    'improved worsened responded led leads led consisted consists included includes occurred occurs appeared appears suffered suffers did does do may might could can should would will must cannot returned yielded yields gave gives ' +
    'denied denies failed fails required requires noticed noted felt went came took made makes subsided resolved disappeared refused declined said stated ruled excluded suggested suggests supported supports seemed seems contained contains measured experienced lacked lacks explains explained explain',
  contrast: 'but however although though whereas while yet except nevertheless nonetheless apart aside unlike contrary conversely instead now currently',
  relative:
    'unless because since until which who whom whose where when if therefore thus hence so due owing secondary despite notwithstanding besides',
  and: 'and as plus then &',
  or: 'or nor',
  place:
    'in on at within during throughout after before following by upon over under near around between among inside outside above below across along through via per from',
  preposition: 'with for to of against about into toward towards than without including like',
  determiner:
    'a an the this that these those his her its their our elevated increased marked mild moderate severe positive high low decreased reduced abnormal enlarged numerous multiple extensive diffuse another one two three several no slight ' +
    'raised massive large small minimal progressive only',
  absorber:
    'cause causes aetiology etiology etiologies origin origins mechanism mechanisms pathogenesis explanation explanations reason reasons role treatment treatments therapy therapies cure prophylaxis prevention management ' +
    'factor factors predictor predictors marker markers trigger triggers agent agents drug drugs influence contribution similarity relationship association link ability basis effect effects response approach alternative ' +
    'difference differences contraindication contraindications predisposition predisposing condition conditions antidote regimen means option complaint indication indications',
  patient: 'patient patients himself herself proband he she we',
} as const;
