/** Words that say what stands beside them: people, places, institutions. Folded; see `fold`. */

const set = (...lines: string[]): ReadonlySet<string> => new Set(lines.join(' ').split(/\s+/));

/** Before a surname. With a full stop or without. */
export const civilities = set(
	'm mr mme mmes mlle mlles melle mrs ms miss mister dr docteur docteure pr prof professeur maitre monsieur madame mademoiselle messieurs mesdames mgr sir lady',
	'sister brother father pastor reverend rev imam rabbi sergeant sgt inspector councillor cllr judge justice nurse officer constable pc dc di consultant',
	'abbe pasteur soeur frere pere juge capitaine lieutenant adjudant brigadier commandant colonel major gendarme brigadiere matron',
);

/** A lone name after these is a given name as often as a surname: with a small letter it must be no known word. */
export const longCivilities = set(
	'monsieur madame mademoiselle messieurs mesdames docteur maitre professeur miss judge juge frere pere soeur nurse officer brother sister father consultant major justice pc dc di',
);

/** People whom one names after saying who they are to somebody. */
export const kin = set(
	'fils fille filles fille enfant enfants frere freres soeur soeurs mere pere maman papa parents mari femme epouse epoux conjoint conjointe compagnon compagne concubin concubine ex partenaire fiance fiancee',
	'neveu niece neveux nieces cousin cousine cousins oncle tante tonton tata tatie mamie papi papy mamy mami meme pepe grand-mere grand-pere mere pere belle-mere beau-pere beau-fils belle-fille beau-frere belle-soeur gendre bru marraine parrain filleul filleule',
	'ami amie amis amies copain copine petit-ami voisin voisine voisins voisines collegue collegues stagiaire chien chienne chat chatte cheval jument poney perruche perroquet lapin hamster bebe nourrisson ado adolescent adolescente jumeau jumelle jumeaux jumelles aine ainee aines cadet cadette benjamin benjamine',
	'jeune garcon fillette gamin gamine petit petite dernier derniere dernier-ne puine demi-frere demi-soeur frangin frangine beauf daronne daron grand grande',
	'educateur educatrice referent referente juge psychologue psychiatre psy medecin infirmier infirmiere assistante assistant avocat avocate directeur directrice chef cheffe coordinateur coordinatrice tuteur tutrice curateur curatrice mandataire animateur animatrice enseignant enseignante professeur professeure maitresse instituteur institutrice prof aidant aidante auxiliaire interprete traducteur traductrice conseiller conseillere formateur formatrice superviseur superviseuse cpe proviseur principal principale secretaire kine orthophoniste ergotherapeute sage-femme puericultrice nounou assmat greffier greffiere notaire huissier maire patron patronne employeur gerant gerante proprietaire proprio bailleur gardien gardienne concierge aumonier pasteur imam tis aes aesh atsem tisf cesf ase agent policier beneficiaire patient patiente resident residente usager client cliente eleve detenu salarie salariee ouvrier ouvriere etudiant apprenti apprentie famille couple fratrie epoux consorts',
	'son daughter sons daughters brother brothers sister sisters mother father mum mom mam mummy dad daddy husband wife partner ex boyfriend girlfriend fiance fiancee nephew niece cousin uncle aunt auntie aunty nan nana nanny gran granny grandma grandad granddad grandpa grandmother grandfather grandson granddaughter stepson stepdaughter stepfather stepmother stepdad stepmum twin twins baby toddler boy girl lad child teenager eldest youngest friend mate flatmate neighbour neighbor colleague dog cat horse pony rabbit budgie parrot',
	'worker practitioner manager supervisor psychologist psychiatrist therapist counsellor doctor nurse midwife solicitor barrister judge teacher head headteacher tutor carer guardian officer coordinator interpreter landlord landlady warden assistant student intern chair director client patient resident tenant pupil foster mentee mentor keyworker key-worker trainee volunteer caseworker employer boss foreman godmother godfather goddaughter godson half-brother half-sister',
);

/** « prénommé Karim ». */
export const naming = set(
	'prenomme prenommee prenommes prenommees nomme nommee nommes nommees surnomme surnommee surnommes appele appelee appelons appellerons appelait appelle appellent baptise baptisee dit dite alias alias named called nicknamed aka surname nickname prenom nom surnom pseudo nee ne signe signature cordialement bonjour salut cher chere coucou bonsoir merci dear hi hello regards thanks love cheers hey sincerely',
);

/** Never a name, whatever stands before. */
export const neverNames = set(
	'a ai aie aient ait as au aux avec avait avaient ayant c ce ceci cela celle celles celui ces cet cette ceux chacun chaque ci comme comment d dans de depuis des deux dit dont donc du elle elles en encore est et etait etaient ete etre eu fait il ils j je jusqu l la le les leur leurs lui m ma mais me meme mes mon n ne ni nos notre nous on ont or ou par parce pas peu peut plus pour pourquoi qu quand que quel quelle qui quoi s sa sans se sera ses si son sont sous sur t ta te tes toi ton tous tout toute toutes tres tu un une va vers vient voici voila vos votre vous y',
	'refuse pleure crie appelle demande explique raconte parle pense dit disait arrive arrivait part reste reprend reve souhaite veut voudrait doit devait peut pouvait sait savait semble semblait vit vivait habite travaille travaillait attend accepte evoque exprime rencontre rit sourit boit dort mange tombe sort sortait entre rentre retourne revient repond ecoute regarde montre donne prend met tient sent aime deteste craint connait sourde aussi alors ensuite puis hier demain aujourd maintenant toujours jamais souvent parfois bien mal trop moins tres deja apres avant pendant lors suite sinon enfin ainsi',
	'rien quelqu quelque quelques plusieurs certains certaines aucun aucune chaque autre autres',
	'veuve retraitee celibataire mariee divorcee enceinte agee seule malade presente absente decedee hospitalisee place placee concernee',
	'the a an and or but if then of to in on at by for from with without as is was were are be been being has have had do does did not no yes he she it they we you i me my his her its our your their this that these those who whom which what when where why how there here also still now today yesterday tomorrow said says told asked went came goes comes wants wanted needs needed feels felt lives lived works worked',
);

/** At the beginning of a sentence, what follows the name of a person rather than a thing. */
export const afterName = set(
	'a est m me n ne s se y en l le la lui nous vous t te etait avait sera aura va vient veut voudrait dit disait dira fait faisait peut pouvait doit devait sait vit vivait habite travaille arrive arrivait part pleure crie rit parle demande explique raconte refuse accepte souhaite pense croit reste revient retourne rentre sort entre dort mange boit semble semblait evoque exprime rencontre repond ecoute regarde prend met tient sent aime et qui ayant reprend attend appelle voit regresse progresse bouge joue grandit tremble hesite insiste minimise relate decrit confie rappelle montre craint redoute met pose a-t',
	'is was has had says said told asked wants wanted needs needed feels felt lives lived works worked came comes goes went gets got looks looked seems seemed does did will would can could should may might must and who turned left stayed cried laughed refused agreed thinks thought knows knew calls called describes described reports reported lost became hasn isn wasn doesn didn won sits sat stood finds found keeps kept still never always also',
);

/** Before a place. */
export const placePrepositions = set(
	'a au aux sur vers in at from near around outside to towards through via into leaving left visiting',
);
/** Words that a place stands after. */
export const placeWords = set(
	'commune communes ville village bourg hameau quartier quartiers cite secteur lieu-dit lieudit canton agglomeration agglo banlieue faubourg gare port plage vallee plateau ile presqu foret maire mairie habite habitait habitent habitant reside residait vit vivait vivent domicilie domiciliee originaire loge logee logement ne nee nes installe installee demenage emmenage arrive arrivee monte descend passe passant route direction entre cote rive pays environs autour pres loin region',
	'town village city hamlet estate suburb borough parish live lives lived living born moved moving based resident area outside near neighbourhood district valley',
);

/** What an institution or employer is called, before its name. */
export const orgHeads = set(
	'ecole ecoles maternelle primaire college lycee creche creches halte-garderie garderie micro-creche multi-accueil maison-relais universite fac ifsi irts campus cfa mfr mecs ime itep sessad sesipad camsp cmpp impro esat eanm eam fam mas samsah savs ehpad ehpa usld ssr smr foyer foyers internat pouponniere villa residence residences pension hotel auberge association asso amicale club collectif federation fondation mutuelle clinique polyclinique hopital chu chr ch cmpp centre centres unite pavillon service antenne maison maisons chrs cada huda cph hudahuda caarud csapa accueil epicerie ressourcerie recyclerie chantier entreprise societe groupe sarl sas sa eurl scop scic gaec earl ets etablissements etablissement cabinet agence pharmacie boulangerie boucherie charcuterie patisserie restaurant brasserie bar cafe bistrot pizzeria kebab snack tabac garage menuiserie imprimerie scierie fonderie usine atelier ateliers ferme domaine chateau haras elevage exploitation cave camping supermarche superette magasin salon institut station laverie librairie fromagerie conserverie laiterie cooperative abattoir carriere chantiers transports residence-autonomie mosquee paroisse eglise temple synagogue theatre cinema musee bibliotheque mediatheque gymnase stade piscine plateforme espace halte cap point relais csc cs mjc pmi arche clos lieu segpa ulis parc poney-club cercle etude office notaire pompes blanchisserie pressing fleuriste auto-ecole conservatoire bowling discotheque ambulances taxi taxis macons maconnerie plomberie confiserie biscuiterie distillerie brasserie vignoble pepiniere jardinerie animalerie veterinaire spa refuge scouts paroissiale communaute monastere abbaye couvent institution iem mfr esat iut bts semoir',
);
/** After these alone a « de » + town names the place, and the institution is nobody's. */
export const genericHeads = set(
	'mairie prefecture sous-prefecture tribunal caf cpam msa mdph ccas cias mds utas ase commissariat gendarmerie police pmi cmp dite rectorat conseil departement metropole marche gare poste banque urssaf spip maison-d-arret tgi parquet barreau communaute mission agglomeration ville commune region cour juge procureur dtpjj pjj uemo cd cpas caisse antenne',
);
/** Before the name an institution may have « de », « du », « des », an article or quotation marks. */
export const particles = set(
	'de du des d la le les l a au aux en sur sous et un une pour saint sainte st ste van von der den dos da del di el al bin ben ibn abu ould ait bou of the and for upon on y lez les',
);
/** Inside a person's name. */
export const nameParticles = set(
	'de du des d la le van von der den dos da das do del della di el al bin ben ibn abu abou ould ait mac mc o st saint n m te ter zu y',
);

/** What an English institution's name ends with. */
export const orgTails = set(
	'school primary academy college nursery preschool hospital surgery infirmary hospice clinic practice centre center lodge house court hall manor grange care home ltd limited plc llp trust foundation church chapel mosque temple synagogue gurdwara hostel shelter refuge club university society group bakery garage farm stores store shop supermarket cafe restaurant pub inn arms hotel brewery factory works mill foundry dairy nurseries stables library theatre museum gym pharmacy chemist dentist estates properties lettings housing homes services service project community association partnership charity bank solicitors partners sons builders haulage logistics logistic transport cleaning cleaners meats foods ironworks ward unit infants juniors infant junior secondary grammar high kindergarten playgroup nursing residential day',
);
/** A capital before these and nothing else: they are no institution's own name. */
export const weakTails = set(
	'home house court hall care service services unit ward project group shop club works community day high primary bank practice centre center school college hospital nursery church surgery university library pub clinic hostel refuge academy',
);

/** Common surnames that are words, for texts without capitals. */
export const wordSurnames = set(
	'petit grand leblanc leroux legrand lefort roux blanc brun noir rey roy boulanger boucher moulin fontaine marchand meunier poirier pommier olivier berger charpentier mercier chevalier renard garnier masson carpentier barbier marchal bouvier cordier fournier potier leger picard breton lombard langlois normand lallemand hardy legros lemaire prevost leveque moine mouton chapelle dubois dupont durand lambert simon laurent lefevre perrin clement gauthier rousseau vincent guerin faure andre gautier lecomte benoit besson colin vidal caron rolland hubert dumas brunet blanchard girard rossignol maillard carre delorme bailly pasquier tessier lacroix collet guillaume weber pichon riviere allard poulain bonnet martel carlier mallet vallet merle duval fleury lebon vasseur sauvage loiseau cousin verdier pelletier tournier jardin neveu bourgeois parent marin constant jourdan pages prieur millet paris rose',
	'baker young king wright walker wood green cook hill white black brown cooper carter turner parker bell ward gray grey reed price long foster butler fisher mason hunt knight rose fox palmer stone cross field page may day rice burns',
);

/** Jargon and short cuts that no dictionary has, and openings of letters. */
export const jargon = set(
	'iban nir nino siren siret dob ddn ot pcn abe iva swe moj doh nrpf marac sds epci cias ccas ars cnil rgpd gdpr hse gp gps rpps adeli ine cni fsl dalo dublin frontex eid noel paques ramadan aid kippour diwali timkat',
	'rdv ds dc pr qd qq qqn qqch tjs tjrs bcp ts tt pb pbs cpdt nb nbx svt pdt tps lgtps grd gde vs ok tel mail mails sms visio visios tram asso assos ado ados educ educs psy psys kine stage ergo ortho instit interim cdd cdi rsa apl aah ase aed aemo aemoh mna mecs ime itep ehpad esat cmp cmpp camsp sessad savs samsah mdph mdph caf cpam msa ccas pmi pjj jaf jde jap spip oqtf cada huda spada ofii ofpra cnda dalo siao chrs csapa caarud dpto cf rqth pch apa gir saad ssiad had cata usld lgbt vif vad tiss tisf aesh avs ulis segpa cpe cop ens espe pps ppe dipc pap gevasco ess vms vm mjpm mjpms tutelle udaf vij ps po pcq burnout wifi smartphone selfie playstation appart apparts frigo conso consos toxico toxicos hosto perso persos prof profs dirlo resto cantoche bled relou meuf mec keuf garde av ap jc bip tnr covid avc hta irm ivg iad emdr tcc tsa tdah tnd dys toc ptsd hp hdt sdt sdre sdref iso cro crp cr pv dut bts bep cap vae bafa beatep ap mater perisco dodo doudou tata tonton papi mamie pote potes nana nanas ouais bah euh hein bof hum ah oh eh ben bonj slt cdt cdlt bav bjr bsr re tr fw fwd objet ps nota ndlr etc dsl mdr lol',
	'abt rec recs ive thx dont cant wont didnt isnt wasnt wouldnt couldnt shouldnt hasnt havent hes shes theyre youre im id ill thats whats theres lets mth mths yr yrs refs docs tho tbf imo ngl plz tmrw tmr tonite ur coz cuz yh yeah nah hey hiya omg lmao hurray ty cheers soz dunno kinda sorta innit amirite prob probs def obvs bday temp perm mh sen ta ot pt salt hca cpn rmn gd gds dept govt tues weds thurs thur mon fri sat sun jan feb mar apr jun jul aug sept oct nov dec',
	'appt appts mtg pls asap tbc tbd fyi re cc bcc ps nb wk wks hrs mins pt cl clt sw asw amhp camhs gp hv lac cin cp chip mash marac idva isva rpo dbs ehcp send senco tac taf fgc pip esa uc jsa dwp dols mca iro cafcass nfa lmr nok dnacpr adl adls pov dv ipv phb ot slt cbt emdr bsl asd adhd pda odd fasd hiv tb bp mri aande ed cctv atm sat nav tv ok lol tbh idk ffs gonna wanna cos bc w mum mums nan nans tea loo kinda',
);
