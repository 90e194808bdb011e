/** A small ontology in OBO, of our own: signs that nobody else names. */
export const signs = `format-version: 1.2
data-version: signs/2026-11-01
ontology: signs
property_value: http://purl.org/dc/terms/title "Signs of the Test" xsd:string
property_value: http://purl.org/dc/terms/license https://creativecommons.org/publicdomain/zero/1.0/

[Term]
id: SIGN:0000001
name: clinical sign
def: "Something that a clinician finds." []

[Term]
id: SIGN:0000002
name: cutaneous sign
def: "A sign of the skin." []
is_a: SIGN:0000001

[Term]
id: SIGN:0000003
name: leopard rash
def: "Dark spots on light skin, as a leopard has them." []
synonym: "spotted rash" EXACT []
is_a: SIGN:0000002

[Term]
id: SIGN:0000004
name: vascular sign
is_a: SIGN:0000001

[Term]
id: SIGN:0000005
name: hill pulse
def: "A pulse that rises as one climbs." []
is_a: SIGN:0000004

[Term]
id: SIGN:0000006
name: forgotten sign
is_obsolete: true
replaced_by: SIGN:0000003
`;
