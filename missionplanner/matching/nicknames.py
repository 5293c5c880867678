"""Short and familiar forms of given names in the languages missions are in, to know people by them."""

from functools import cache

_FORMS = {
    "andrew": "andy drew", "anthony": "tony", "antonio": "tono tony", "alexander": "alex sandy sasha",
    "alexandre": "alex", "alexandra": "alex sandra sasha", "alejandro": "alex ale", "alejandra": "ale alex",
    "alberto": "beto", "alfredo": "fredo", "abigail": "abby", "albert": "al bert", "alfonso": "poncho",
    "ana sofia": "anasofi sofi", "benjamin": "ben benny", "benoit": "ben", "barbara": "barb barbie",
    "beatriz": "bea betty", "catherine": "kate cathy cath kathy cat", "carlos": "charlie carlitos",
    "charles": "charlie chuck", "christopher": "chris kit topher", "christine": "chris tina christy",
    "christina": "chris tina", "cristina": "cris tina", "christophe": "chris", "christian": "chris",
    "concepcion": "concha conchita", "consuelo": "chelo", "cecilia": "ceci", "daniel": "dan danny dani",
    "david": "dave davey", "deborah": "deb debbie", "diego": "diegui", "dolores": "lola", "dominique": "dom",
    "donald": "don donnie", "dorothy": "dot dottie", "eduardo": "lalo edu", "edward": "ed eddie ted teddy ned",
    "edouard": "ed", "elizabeth": "liz beth betty lizzie eliza libby", "elisabeth": "liz beth lisa sissi",
    "emmanuel": "manu", "enrique": "quique kike", "ernesto": "neto", "eugene": "gene", "fernando": "fer nando",
    "fernanda": "fer", "francois": "frank franck fran", "francoise": "fran",
    "francisco": "paco pancho fran frank curro kiko", "francisca": "paca", "francisco javier": "paco javi",
    "frederic": "fred", "frederick": "fred freddy", "friedrich": "fritz", "gabriel": "gabe gabo",
    "gabriela": "gaby gabi", "gabrielle": "gaby", "genevieve": "gene ginette", "gerald": "gerry jerry",
    "geraldine": "gerry", "gregory": "greg", "guadalupe": "lupe lupita", "guillaume": "guy gui",
    "guillermo": "memo guille", "gustavo": "gus tavo", "harold": "hal harry", "helene": "lena", "henry": "harry hank",
    "hermann": "mann", "hortense": "hort", "ignacio": "nacho", "isabel": "isa chabela", "isabelle": "isa",
    "jacqueline": "jackie", "jacob": "jake", "james": "jim jimmy jamie", "jean-francois": "jf jeff",
    "jennifer": "jen jenny", "jeffrey": "jeff", "jeremy": "jerry", "jesus": "chuy chucho",
    "jesus alberto": "chuy beto", "joao": "joaozinho", "johannes": "hans hannes johann", "john": "jack johnny jon",
    "jonathan": "jon johnny", "jorge": "coque", "jose": "pepe chepe", "jose luis": "pepe joselu",
    "jose maria": "chema pepe", "joseph": "joe joey jo", "josephine": "jo josie", "joshua": "josh",
    "josefina": "pepa pina", "juan": "juanito", "juan carlos": "juanca jc", "judith": "judy",
    "katharina": "kathi katja", "katherine": "kate kathy katie kat kitty", "kathleen": "kathy kath",
    "kenneth": "ken kenny", "kimberly": "kim", "lawrence": "larry", "laurence": "laurie", "leonard": "len leo",
    "leonardo": "leo", "leticia": "lety", "lorenzo": "lencho", "louis": "lou", "louise": "lou", "luis": "lucho",
    "manuel": "manolo manny manu", "margaret": "peggy meg maggie marge margie greta", "margarita": "mago margo",
    "maria": "mari", "maria fernanda": "mafer", "maria jose": "majo", "maria luisa": "marilu",
    "maria del carmen": "maricarmen", "maria guadalupe": "marilu lupita", "maria elena": "malena",
    "maria teresa": "maite mayte", "marie-josee": "mj", "marie-eve": "me", "martin": "marty", "martha": "marty",
    "matthew": "matt", "matthias": "matze", "mathieu": "mat", "maximilian": "max", "maxime": "max",
    "mercedes": "meche mercy merche", "michael": "mike mick mickey", "michel": "mike", "michelle": "shelly micki",
    "miguel": "mike migue", "miguel angel": "mike", "nathaniel": "nate nat", "nathan": "nate",
    "nicholas": "nick nico", "nicolas": "nico nick", "nikolaus": "klaus niko", "octavio": "tavo", "olivier": "oli",
    "pamela": "pam", "patricia": "pat patty trish tricia pati", "patrick": "pat paddy", "paulina": "pau",
    "pedro": "perico", "peter": "pete", "philip": "phil", "philippe": "phil", "rafael": "rafa", "ramon": "moncho",
    "raymond": "ray", "rebecca": "becky becca", "ricardo": "rick ricky", "richard": "rick dick rich ricky",
    "robert": "bob rob bobby bert robbie", "roberto": "beto rob", "rodrigo": "rodri rigo", "rogelio": "roger",
    "ronald": "ron ronnie", "rosario": "chayo charo", "salvador": "chava salva", "samantha": "sam",
    "samuel": "sam sammy", "sandra": "sandy", "santiago": "santi chago diego", "sebastian": "seb bastian sebas",
    "sebastien": "seb", "sergio": "checo", "sofia": "sofi", "stephane": "steph steve", "stephanie": "steph",
    "stephen": "steve", "steven": "steve", "susan": "sue susie suzy", "suzanne": "sue suzy", "teresa": "tere",
    "theodore": "ted teddy theo", "theresa": "terry tess", "thomas": "tom tommy", "timothy": "tim timmy",
    "valentina": "vale", "veronica": "vero", "veronique": "vero", "vicente": "chente", "victoria": "vicky tori",
    "vincent": "vince vinny", "virginia": "ginny vicky", "walter": "wally", "wilhelm": "willi willy",
    "william": "bill will billy liam willy", "wolfgang": "wolf", "xavier": "xavi", "yves": "yvon", "zachary": "zach",
}  # fmt: skip


@cache
def formal(familiar: str) -> frozenset[str]:
    """Return the given names a familiar form is short for, folded."""
    return frozenset(name for name, forms in _FORMS.items() if familiar in forms.split())
