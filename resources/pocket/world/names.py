"""Names and vocabulary of the invented world."""

KINDS = ["fox", "owl", "hare", "badger", "otter", "heron", "mole", "squirrel", "hedgehog", "goat", "crow", "beaver",
         "swan", "lynx", "toad", "wren"]
HOMES = ["the old mill", "the tall tower", "the mossy cave", "the blue house", "the windy hill", "the quiet harbour",
         "the oak forest", "the river island", "the snowy valley", "the garden shed", "the market square",
         "the stone bridge", "the apple orchard", "the deep lake", "the sunny meadow", "the lighthouse"]
COLOURS = ["red", "blue", "green", "yellow", "purple", "orange", "white", "black", "brown", "pink", "grey", "golden"]
FOODS = ["honey cake", "plum jam", "onion soup", "fresh bread", "baked apples", "goat cheese", "pea stew", "nut pie",
         "berry tart", "fish broth", "corn porridge", "roasted carrots", "pear juice", "mint tea", "cherry buns",
         "lentil stew"]
JOBS = ["baker", "miller", "painter", "fisher", "gardener", "teacher", "tailor", "carpenter", "doctor", "singer",
        "postman", "shepherd", "clockmaker", "librarian", "blacksmith", "beekeeper"]
HOBBIES = ["chess", "swimming", "drawing", "dancing", "kite flying", "knitting", "star watching", "juggling",
           "skating", "rowing", "whistling", "card games", "climbing", "puzzles", "pottery", "storytelling"]

ONSETS = ["B", "D", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "T", "V", "W", "Z", "Br", "Tr", "Gl", "Fl"]
MIDDLES = ["a", "e", "i", "o", "u", "ai", "ee", "oo"]
ENDINGS = ["lo", "ra", "mi", "ndo", "sk", "ppy", "rin", "tta", "vel", "nno", "bby", "lda", "mo", "xi", "ster", "gan"]

OPPOSITES = [("hot", "cold"), ("big", "small"), ("up", "down"), ("day", "night"), ("happy", "sad"), ("fast", "slow"),
             ("open", "closed"), ("full", "empty"), ("old", "young"), ("wet", "dry"), ("light", "dark"),
             ("early", "late"), ("loud", "quiet"), ("near", "far"), ("strong", "weak"), ("sweet", "sour")]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SEASONS = ["spring", "summer", "autumn", "winter"]
NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
           "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"]
