import common from "./common.ts";
import errors from "./errors.ts";
import search from "./search.ts";
import vocabulary from "./vocabulary.ts";

export default { common, errors, search, vocabulary };
