/**
 * Areas that are too wide for two people to meet in: nobody's conflict. Written as names are compared:
 * without accents, case, articles and hyphens. Paris is not here: it is a commune as well.
 */
export const wideAreas: ReadonlySet<string> = new Set(
	`france|france metropolitaine|outre mer|belgique|suisse|luxembourg|canada|quebec|royaume uni|angleterre
	|united kingdom|uk|england|scotland|wales|ireland|europe|idf
	|auvergne rhone alpes|bourgogne franche comte|bretagne|centre val loire|corse|grand est|hauts france
	|ile france|normandie|nouvelle aquitaine|occitanie|pays loire|provence alpes cote azur|paca
	|guadeloupe|martinique|guyane|reunion|mayotte|nouvelle caledonie|polynesie francaise
	|ain|aisne|allier|alpes haute provence|hautes alpes|alpes maritimes|ardeche|ardennes|ariege|aube|aude
	|aveyron|bouches rhone|calvados|cantal|charente|charente maritime|cher|correze|corse sud|haute corse
	|cote or|cotes armor|creuse|dordogne|doubs|drome|eure|eure loir|finistere|gard|haute garonne|gers
	|gironde|herault|ille vilaine|indre|indre loire|isere|jura|landes|loir cher|loire|haute loire
	|loire atlantique|loiret|lot|lot garonne|lozere|maine loire|manche|marne|haute marne|mayenne
	|meurthe moselle|meuse|morbihan|moselle|nievre|nord|oise|orne|pas calais|puy dome
	|pyrenees atlantiques|hautes pyrenees|pyrenees orientales|bas rhin|haut rhin|rhone|haute saone
	|saone loire|sarthe|savoie|haute savoie|seine maritime|seine marne|yvelines|deux sevres|somme|tarn
	|tarn garonne|var|vaucluse|vendee|vienne|haute vienne|vosges|yonne|territoire belfort|essonne
	|hauts seine|seine saint denis|val marne|val oise`
		.split('|')
		.map((name) => name.trim().replace(/\s+/g, ' ')),
);
