/**
 * The title abbreviations of journals that case reports cite most, as the National Library of Medicine has them
 * (ISO 4, without full stops), and the full names as the journals print them. Titles of one word have no abbreviation.
 */
export const journalTable = `
Acta Derm Venereol|Acta Dermato-Venereologica
Acta Haematol|Acta Haematologica
Acta Neurochir (Wien)|Acta Neurochirurgica
Acta Neuropathol|Acta Neuropathologica
Acta Oncol|Acta Oncologica
Acta Paediatr|Acta Paediatrica
Acta Radiol|Acta Radiologica
Am Fam Physician|American Family Physician
Am Heart J|American Heart Journal
Am J Cardiol|American Journal of Cardiology
Am J Case Rep|American Journal of Case Reports
Am J Clin Nutr|American Journal of Clinical Nutrition
Am J Clin Oncol|American Journal of Clinical Oncology
Am J Clin Pathol|American Journal of Clinical Pathology
Am J Dermatopathol|American Journal of Dermatopathology
Am J Emerg Med|American Journal of Emergency Medicine
Am J Epidemiol|American Journal of Epidemiology
Am J Gastroenterol|American Journal of Gastroenterology
Am J Hematol|American Journal of Hematology
Am J Hum Genet|American Journal of Human Genetics
Am J Kidney Dis|American Journal of Kidney Diseases
Am J Med|American Journal of Medicine
Am J Med Genet A|American Journal of Medical Genetics Part A
Am J Med Sci|American Journal of the Medical Sciences
Am J Obstet Gynecol|American Journal of Obstetrics and Gynecology
Am J Ophthalmol|American Journal of Ophthalmology
Am J Pathol|American Journal of Pathology
Am J Psychiatry|American Journal of Psychiatry
Am J Public Health|American Journal of Public Health
Am J Respir Crit Care Med|American Journal of Respiratory and Critical Care Medicine
Am J Surg|American Journal of Surgery
Am J Surg Pathol|American Journal of Surgical Pathology
Am J Transplant|American Journal of Transplantation
Am J Trop Med Hyg|American Journal of Tropical Medicine and Hygiene
Anesth Analg|Anesthesia and Analgesia
Ann Emerg Med|Annals of Emergency Medicine
Ann Hematol|Annals of Hematology
Ann Intern Med|Annals of Internal Medicine
Ann Neurol|Annals of Neurology
Ann Oncol|Annals of Oncology
Ann Rheum Dis|Annals of the Rheumatic Diseases
Ann Surg|Annals of Surgery
Ann Surg Oncol|Annals of Surgical Oncology
Ann Thorac Surg|Annals of Thoracic Surgery
Annu Rev Immunol|Annual Review of Immunology
Annu Rev Med|Annual Review of Medicine
Anticancer Res|Anticancer Research
Antimicrob Agents Chemother|Antimicrobial Agents and Chemotherapy
Arch Dermatol|Archives of Dermatology
Arch Dis Child|Archives of Disease in Childhood
Arch Gen Psychiatry|Archives of General Psychiatry
Arch Intern Med|Archives of Internal Medicine
Arch Neurol|Archives of Neurology
Arch Ophthalmol|Archives of Ophthalmology
Arch Pathol Lab Med|Archives of Pathology & Laboratory Medicine
Arch Phys Med Rehabil|Archives of Physical Medicine and Rehabilitation
Arch Surg|Archives of Surgery
Arthritis Rheum|Arthritis and Rheumatism
Arthritis Rheumatol|Arthritis & Rheumatology
Biochem Biophys Res Commun|Biochemical and Biophysical Research Communications
Biol Blood Marrow Transplant|Biology of Blood and Marrow Transplantation
Blood Adv|Blood Advances
Blood Cancer J|Blood Cancer Journal
Bone Marrow Transplant|Bone Marrow Transplantation
BMC Med|BMC Medicine
BMJ Case Rep|BMJ Case Reports
BMJ Open|BMJ Open
Br Heart J|British Heart Journal
Br J Anaesth|British Journal of Anaesthesia
Br J Cancer|British Journal of Cancer
Br J Clin Pharmacol|British Journal of Clinical Pharmacology
Br J Dermatol|British Journal of Dermatology
Br J Gen Pract|British Journal of General Practice
Br J Haematol|British Journal of Haematology
Br J Ophthalmol|British Journal of Ophthalmology
Br J Psychiatry|British Journal of Psychiatry
Br J Radiol|British Journal of Radiology
Br J Surg|British Journal of Surgery
Br J Urol|British Journal of Urology
Br Med J|British Medical Journal
CA Cancer J Clin|CA: A Cancer Journal for Clinicians
Can J Anaesth|Canadian Journal of Anaesthesia
Cancer Cell|Cancer Cell
Cancer Chemother Pharmacol|Cancer Chemotherapy and Pharmacology
Cancer Discov|Cancer Discovery
Cancer Genet Cytogenet|Cancer Genetics and Cytogenetics
Cancer Immunol Immunother|Cancer Immunology, Immunotherapy
Cancer Lett|Cancer Letters
Cancer Med|Cancer Medicine
Cancer Res|Cancer Research
Cancer Sci|Cancer Science
Cancer Treat Rev|Cancer Treatment Reviews
Cardiovasc Intervent Radiol|CardioVascular and Interventional Radiology
Case Rep Hematol|Case Reports in Hematology
Case Rep Oncol|Case Reports in Oncology
Case Rep Oncol Med|Case Reports in Oncological Medicine
Cell Rep|Cell Reports
Circ Res|Circulation Research
Clin Cancer Res|Clinical Cancer Research
Clin Case Rep|Clinical Case Reports
Clin Chem|Clinical Chemistry
Clin Chem Lab Med|Clinical Chemistry and Laboratory Medicine
Clin Chim Acta|Clinica Chimica Acta
Clin Exp Immunol|Clinical and Experimental Immunology
Clin Exp Rheumatol|Clinical and Experimental Rheumatology
Clin Gastroenterol Hepatol|Clinical Gastroenterology and Hepatology
Clin Genet|Clinical Genetics
Clin Immunol|Clinical Immunology
Clin Infect Dis|Clinical Infectious Diseases
Clin J Am Soc Nephrol|Clinical Journal of the American Society of Nephrology
Clin Lung Cancer|Clinical Lung Cancer
Clin Microbiol Infect|Clinical Microbiology and Infection
Clin Microbiol Rev|Clinical Microbiology Reviews
Clin Nucl Med|Clinical Nuclear Medicine
Clin Pharmacol Ther|Clinical Pharmacology and Therapeutics
Clin Radiol|Clinical Radiology
Clin Rheumatol|Clinical Rheumatology
Cochrane Database Syst Rev|Cochrane Database of Systematic Reviews
Crit Care|Critical Care
Crit Care Med|Critical Care Medicine
Crit Rev Oncol Hematol|Critical Reviews in Oncology/Hematology
Curr Opin Hematol|Current Opinion in Hematology
Curr Opin Oncol|Current Opinion in Oncology
Diabetes Care|Diabetes Care
Diagn Microbiol Infect Dis|Diagnostic Microbiology and Infectious Disease
Dig Dis Sci|Digestive Diseases and Sciences
Dis Colon Rectum|Diseases of the Colon and Rectum
Dtsch Med Wochenschr|Deutsche Medizinische Wochenschrift
Emerg Infect Dis|Emerging Infectious Diseases
Endocr Rev|Endocrine Reviews
Eur Heart J|European Heart Journal
Eur J Cancer|European Journal of Cancer
Eur J Clin Microbiol Infect Dis|European Journal of Clinical Microbiology & Infectious Diseases
Eur J Haematol|European Journal of Haematology
Eur J Immunol|European Journal of Immunology
Eur J Intern Med|European Journal of Internal Medicine
Eur J Nucl Med Mol Imaging|European Journal of Nuclear Medicine and Molecular Imaging
Eur J Pediatr|European Journal of Pediatrics
Eur J Radiol|European Journal of Radiology
Eur J Surg Oncol|European Journal of Surgical Oncology
Eur Radiol|European Radiology
Eur Respir J|European Respiratory Journal
Eur Urol|European Urology
Exp Hematol|Experimental Hematology
Fertil Steril|Fertility and Sterility
Front Immunol|Frontiers in Immunology
Front Med (Lausanne)|Frontiers in Medicine
Front Oncol|Frontiers in Oncology
Gastrointest Endosc|Gastrointestinal Endoscopy
Genes Chromosomes Cancer|Genes, Chromosomes and Cancer
Genet Med|Genetics in Medicine
Gynecol Oncol|Gynecologic Oncology
Head Neck|Head & Neck
Hum Mol Genet|Human Molecular Genetics
Hum Pathol|Human Pathology
Hum Reprod|Human Reproduction
Infect Immun|Infection and Immunity
Int J Cancer|International Journal of Cancer
Int J Cardiol|International Journal of Cardiology
Int J Clin Oncol|International Journal of Clinical Oncology
Int J Epidemiol|International Journal of Epidemiology
Int J Hematol|International Journal of Hematology
Int J Infect Dis|International Journal of Infectious Diseases
Int J Mol Sci|International Journal of Molecular Sciences
Int J Radiat Oncol Biol Phys|International Journal of Radiation Oncology, Biology, Physics
Int J Surg Case Rep|International Journal of Surgery Case Reports
Intensive Care Med|Intensive Care Medicine
Invest Ophthalmol Vis Sci|Investigative Ophthalmology & Visual Science
J Allergy Clin Immunol|Journal of Allergy and Clinical Immunology
J Am Acad Dermatol|Journal of the American Academy of Dermatology
J Am Coll Cardiol|Journal of the American College of Cardiology
J Am Coll Surg|Journal of the American College of Surgeons
J Am Geriatr Soc|Journal of the American Geriatrics Society
J Am Soc Nephrol|Journal of the American Society of Nephrology
J Antimicrob Chemother|Journal of Antimicrobial Chemotherapy
J Biol Chem|Journal of Biological Chemistry
J Bone Joint Surg Am|Journal of Bone and Joint Surgery. American Volume
J Cell Biol|Journal of Cell Biology
J Clin Endocrinol Metab|Journal of Clinical Endocrinology and Metabolism
J Clin Epidemiol|Journal of Clinical Epidemiology
J Clin Gastroenterol|Journal of Clinical Gastroenterology
J Clin Immunol|Journal of Clinical Immunology
J Clin Invest|Journal of Clinical Investigation
J Clin Microbiol|Journal of Clinical Microbiology
J Clin Oncol|Journal of Clinical Oncology
J Clin Pathol|Journal of Clinical Pathology
J Clin Psychiatry|Journal of Clinical Psychiatry
J Comput Assist Tomogr|Journal of Computer Assisted Tomography
J Cutan Pathol|Journal of Cutaneous Pathology
J Exp Med|Journal of Experimental Medicine
J Gastroenterol|Journal of Gastroenterology
J Gastroenterol Hepatol|Journal of Gastroenterology and Hepatology
J Gen Intern Med|Journal of General Internal Medicine
J Hematol Oncol|Journal of Hematology & Oncology
J Hepatol|Journal of Hepatology
J Immunol|Journal of Immunology
J Immunother Cancer|Journal for ImmunoTherapy of Cancer
J Infect|Journal of Infection
J Infect Dis|Journal of Infectious Diseases
J Intern Med|Journal of Internal Medicine
J Invest Dermatol|Journal of Investigative Dermatology
J Med Case Rep|Journal of Medical Case Reports
J Med Genet|Journal of Medical Genetics
J Mol Biol|Journal of Molecular Biology
J Mol Diagn|Journal of Molecular Diagnostics
J Natl Cancer Inst|Journal of the National Cancer Institute
J Neurol|Journal of Neurology
J Neurol Neurosurg Psychiatry|Journal of Neurology, Neurosurgery and Psychiatry
J Neurosurg|Journal of Neurosurgery
J Nucl Med|Journal of Nuclear Medicine
J Oral Maxillofac Surg|Journal of Oral and Maxillofacial Surgery
J Pathol|Journal of Pathology
J Pediatr|Journal of Pediatrics
J Pediatr Hematol Oncol|Journal of Pediatric Hematology/Oncology
J Pediatr Surg|Journal of Pediatric Surgery
J Rheumatol|Journal of Rheumatology
J Surg Oncol|Journal of Surgical Oncology
J Thorac Cardiovasc Surg|Journal of Thoracic and Cardiovascular Surgery
J Thorac Oncol|Journal of Thoracic Oncology
J Thromb Haemost|Journal of Thrombosis and Haemostasis
J Ultrasound Med|Journal of Ultrasound in Medicine
J Urol|Journal of Urology
J Vasc Interv Radiol|Journal of Vascular and Interventional Radiology
J Vasc Surg|Journal of Vascular Surgery
J Virol|Journal of Virology
JAMA Dermatol|JAMA Dermatology
JAMA Intern Med|JAMA Internal Medicine
JAMA Netw Open|JAMA Network Open
JAMA Oncol|JAMA Oncology
JAMA Pediatr|JAMA Pediatrics
JAMA Surg|JAMA Surgery
Jpn J Clin Oncol|Japanese Journal of Clinical Oncology
Kidney Int|Kidney International
Lab Invest|Laboratory Investigation
Lancet Gastroenterol Hepatol|The Lancet Gastroenterology & Hepatology
Lancet Glob Health|The Lancet Global Health
Lancet Haematol|The Lancet Haematology
Lancet Infect Dis|The Lancet Infectious Diseases
Lancet Neurol|The Lancet Neurology
Lancet Oncol|The Lancet Oncology
Lancet Respir Med|The Lancet Respiratory Medicine
Leuk Lymphoma|Leukemia & Lymphoma
Leuk Res|Leukemia Research
Liver Int|Liver International
Mayo Clin Proc|Mayo Clinic Proceedings
Med J Aust|Medical Journal of Australia
Mod Pathol|Modern Pathology
Mol Cell|Molecular Cell
Mol Cell Biol|Molecular and Cellular Biology
Mol Med|Molecular Medicine
N Engl J Med|New England Journal of Medicine
Nat Biotechnol|Nature Biotechnology
Nat Commun|Nature Communications
Nat Genet|Nature Genetics
Nat Immunol|Nature Immunology
Nat Med|Nature Medicine
Nat Methods|Nature Methods
Nat Rev Cancer|Nature Reviews Cancer
Nat Rev Clin Oncol|Nature Reviews Clinical Oncology
Nephrol Dial Transplant|Nephrology Dialysis Transplantation
Neuro Oncol|Neuro-Oncology
Nucleic Acids Res|Nucleic Acids Research
Obstet Gynecol|Obstetrics and Gynecology
Oral Oncol|Oral Oncology
Otolaryngol Head Neck Surg|Otolaryngology–Head and Neck Surgery
Pathol Int|Pathology International
Pediatr Blood Cancer|Pediatric Blood & Cancer
Pediatr Infect Dis J|Pediatric Infectious Disease Journal
Pediatr Radiol|Pediatric Radiology
Pediatr Res|Pediatric Research
Plast Reconstr Surg|Plastic and Reconstructive Surgery
PLoS Med|PLoS Medicine
PLoS One|PLoS ONE
Postgrad Med J|Postgraduate Medical Journal
Proc Natl Acad Sci U S A|Proceedings of the National Academy of Sciences of the United States of America
QJM|QJM: An International Journal of Medicine
Radiother Oncol|Radiotherapy and Oncology
Rheumatology (Oxford)|Rheumatology
Scand J Gastroenterol|Scandinavian Journal of Gastroenterology
Scand J Infect Dis|Scandinavian Journal of Infectious Diseases
Sci Rep|Scientific Reports
Sci Transl Med|Science Translational Medicine
Semin Hematol|Seminars in Hematology
Semin Oncol|Seminars in Oncology
South Med J|Southern Medical Journal
Surg Endosc|Surgical Endoscopy
Thromb Haemost|Thrombosis and Haemostasis
Thromb Res|Thrombosis Research
World J Gastroenterol|World Journal of Gastroenterology
World J Surg|World Journal of Surgery
World J Surg Oncol|World Journal of Surgical Oncology
`;
