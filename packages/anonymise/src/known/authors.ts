/**
 * Authors whom practice analysis cites, and people whose names are the names of things. A full name
 * on the left is one where the surname alone is also somebody's neighbour.
 */

import { foldName } from '../words/fold.ts';

/** By surname alone. */
const SURNAMES =
	'sayad olievenstein declerck tisseron meirieu boimare houssaye giust-desprairies barus-michel fablet blanchard-laville pechberty puget kammerer amado ' +
	'sontag yalom maruna cozolino shonkoff felitti trevarthen parton featherstone broadhurst ruch menzies mattinson reder steketee kitwood wolfensberger ' +
	'fanon césaire glissant senghor lorde angelou despret stengers palazzoli selvini cecchin boscolo andolfi framo boszormenyi-nagy onnis seikkula ' +
	'kernberg kohut guntrip meltzer tustin alvarez waddell heimann searles malan gawande cottraux csikszentmihalyi dweck goleman neff kabat-zinn bachelard ' +
	'canguilhem simondon jankélévitch pelluchon porges schore ogden keats seuss kipling tchekhov pessoa rilke éluard aragon apollinaire verlaine rimbaud baudelaire ' +
	'winnicott freud lacan dolto bowlby ainsworth piaget wallon vygotski vygotsky bourdieu foucault goffman levinas ricoeur arendt deleuze guattari oury tosquelles ' +
	'fustier gaberan chauvière loubat karsz autès bouquet castel donzelot ion ravon laval dejours honneth durkheim weber moscovici lewin balint bion anzieu kaës kaes rouchy ' +
	'roussillon racamier aulagnier mannoni bettelheim klein jung adler rogers watzlawick bateson satir minuchin bowen ausloos elkaïm elkaim caille neuburger haley cyrulnik spitz mahler stern ' +
	'brazelton pikler maslow karpman berne gottman perls frankl rosenberg bandura festinger milgram zimbardo argyris schön schon kolb gibbs johns rolfe driscoll borton mezirow dewey freire knowles ' +
	'montessori freinet oury korczak makarenko decroly deligny capul rouzel lévine cifali imbert ardoino lapassade lourau devereux nathan moro guex maisondieu gauléjac gaulejac enriquez ' +
	'mauss latour morin habermas derrida rawls nussbaum sen tronto gilligan noddings molinier paperman laugier clot schwartz payette champagne tietze haug-benien robo fumat etienne perrenoud altet vermersch ' +
	'ferenczi rank reich laing basaglia oury gentis bonnafé zazzo bergeret marty mccullough crittenden main fonagy bateman linehan beck ellis young miller rollnick prochaska diclemente white epston ' +
	'berg shazer munro ferguson healy fook howe trevithick banks dominelli payne thompson kadushin hawkins shohet proctor wonnacott morrison erikson kohlberg bronfenbrenner kübler-ross kubler-ross worden parkes stroebe ' +
	'marx hegel kant spinoza sartre beauvoir camus simmel becker strauss garfinkel sennett boltanski thévenot dubet paugam roulleau-berger fassin memmi lazarus furtos ' +
	'lemay jeammet marcelli houzel golse delion cramer lebovici diatkine soulé berger berry guedeney rygaard tronick gerhardt perry siegel schofield beek fahlberg kempe laming tuckman belbin cherniss maslach freudenberger ' +
	'saltzman wallin flanagan tripp borders brookfield boud moon bolton mcateer atkins murphy heron schein lewin korzybski rosenthal pygmalion ' +
	'balandier mintzberg crozier friedberg herzberg taylor ford hirschman illich rosa han graeber jullien fleury aristote platon socrate sénèque montaigne pascal descartes rousseau voltaire hugo zola balzac flaubert proust ' +
	'shakespeare dickens orwell molière racine kafka tolstoï dostoïevski mozart bach beethoven chopin brel brassens ferré barbara piaf rembrandt picasso monet bouddha jésus allah dieu mahomet moïse abraham ' +
	'macron hollande sarkozy chirac mitterrand attal thatcher blair johnson starmer beveridge';

/** First and last names together; the surname alone is not enough. */
const FULL =
	'isabel menzies lyth;judith herman;dan hughes;daniel hughes;gillian ruch;audre lorde;irvin yalom;shadd maruna;anne alvarez;margot waddell;kay redfield jamison;oliver sacks;atul gawande;tom kitwood;naomi feil;karen broadhurst;brigid featherstone;nigel parton;andrew turnell;steve edwards;patricia hill collins;bell hooks;james baldwin;toni morrison;frantz fanon;aimé césaire;' +
	'abdelmalek sayad;claude olievenstein;patrick declerck;myriam david;geneviève appell;jacqueline morineau;haim omer;lenore walker;susan sontag;edward t hall;pierrine robin;florence giust-desprairies;claudine blanchard-laville;vincent despret;vinciane despret;guy le boterf;frédéric worms;claire marin;michel lemay;jean-pierre pourtois;marie-christine saint-jacques;régine scelles;simone korff-sausse;charles gardou;henri-jacques stiker;alain ehrenberg;françois de singly;irène théry;caroline thompson;annie ernaux;delphine de vigan;philippe gutton;françois marty;xavier pommereau;tony anatrella;maurice capul;michel lemay;jean cartry;' +
	'carl rogers;carl jung;yves clot;paul fustier;marcel mauss;pierre bourdieu;michel foucault;jacques lacan;françoise dolto;donald winnicott;donald woods winnicott;john bowlby;mary ainsworth;melanie klein;mélanie klein;' +
	'jean oury;fernand oury;francois tosquelles;fernand deligny;joseph rouzel;philippe gaberan;saül karsz;robert castel;serge tisseron;boris cyrulnik;maurice berger;pierre delion;didier houzel;marie rose moro;marie-rose moro;' +
	'tobie nathan;georges devereux;christophe dejours;vincent de gaulejac;rené kaës;didier anzieu;jean-claude rouchy;denis vasse;jacques lévine;mireille cifali;patrick robo;emmanuel levinas;paul ricoeur;hannah arendt;' +
	'carol gilligan;joan tronto;pascale molinier;erving goffman;howard becker;donald schön;donald schon;david kolb;graham gibbs;chris argyris;paulo freire;célestin freinet;maria montessori;emmi pikler;jean piaget;lev vygotski;' +
	'guy ausloos;mony elkaïm;gregory bateson;paul watzlawick;murray bowen;salvador minuchin;virginia satir;marshall rosenberg;thomas gordon;abraham maslow;stephen karpman;eric berne;kurt lewin;michael balint;enid balint;wilfred bion;' +
	'adrien payette;claude champagne;jan fook;eileen munro;harry ferguson;david howe;lena dominelli;neil thompson;peter hawkins;robin shohet;tony morrison;jane wonnacott;gillian schofield;bruce perry;daniel siegel;' +
	'albert bandura;erik erikson;urie bronfenbrenner;elisabeth kübler-ross;elisabeth kubler-ross;william worden;colin murray parkes;william miller;stephen rollnick;steve de shazer;insoo kim berg;michael white;david epston;' +
	'marsha linehan;aaron beck;peter fonagy;patricia crittenden;mary main;sue gerhardt;jean-michel petot;albert ciccone;rené roussillon;paul-claude racamier;harold searles;jean furtos;bertrand ravon;francois dubet;' +
	'serge paugam;didier fassin;numa murard;michel autès;jacques donzelot;jacques ion;michel chauvière;jean-rené loubat;roland gori;marie-josé mondzain;cynthia fleury;simone de beauvoir;simone weil;simone veil;albert camus;victor hugo;émile zola;' +
	'gilles de la tourette;anna freud;sigmund freud;rené spitz;margaret mahler;daniel stern;berry brazelton;bruno bettelheim;maud mannoni;ginette raimbault;caroline eliacheff;pierre marty;wilfred bion;' +
	'serge boimare;philippe meirieu;albert jacquard;hartmut rosa;axel honneth;john rawls;martha nussbaum;amartya sen;max weber;emile durkheim;edgar morin;michel crozier;christina maslach;carl whitaker;jay haley;bert hellinger;anne ancelin schützenberger;' +
	'donna williams;temple grandin;josef schovanec;greta thunberg;nelson mandela;martin luther king;charles de gaulle;emmanuel macron;william shakespeare;charles dickens;virginia woolf;maya angelou';

/** Surnames that, with a capital and no civility before them, are an author's. */
export const authors: ReadonlySet<string> = new Set(SURNAMES.split(' ').map(foldName));
/** Longest first is not needed: they are looked up whole. */
export const fullNames: ReadonlySet<string> = new Set(FULL.split(';').map(foldName));

/** Surnames above that neighbours bear as well: as an author only after a word that cites, or as a full name. */
export const common: ReadonlySet<string> = new Set(
	(
		'klein berg berger berry beck ellis young miller white johns rogers thompson taylor ford johnson blair banks howe main moon bolton murphy morrison parkes payne stern marty robo main etienne moro bouquet laval ion ' +
		'castel becker strauss weber simmel rosa han schwartz nathan perry siegel ferguson healy hawkins proctor champagne pascal rousseau hugo barbara abraham moise main tripp borders boud heron atkins rank reich lazarus ' +
		'laing worden autes bouquet imbert guex clot caille adler stern kolb lemay marcelli cramer delion golse dubet fassin fleury racine bach ferre brel zola sen morin friedberg herzberg becker capul levine etienne ' +
		'ravon berne bowen haley gibbs gottman ricoeur mahler cifali robo fumat perrenoud altet guedeney fook jung dieu han ' +
		'hollande macron attal hirschman driscoll knowles dewey johns main borton moreno oury flanagan brookfield trevithick kadushin bateman spinoza marx murard jean'
	)
		.split(' ')
		.map(foldName),
);

/** Before a name that is cited. */
export const citing: ReadonlySet<string> = new Set(
	(
		'selon d apres comme chez sens lire relire lu relu livre ouvrage article texte notion concept theorie theories pensee approche modele pyramide triangle methode cycle courant citation parle ecrit ecrivait disait dirait appelle lisant cite citer citant ' +
		'according per theory model cycle triangle reading read book article paper concept notion idea quoting quotes cites cited citing says argues writes wrote hierarchy stages grille echelle syndrome effet ' +
		'etudes travaux these suivant reference references rapport auteur auteure sociologue psychanalyste philosophe pediatre ethnologue pedagogue attachement'
	).split(' '),
);
