/** The rules of the house that neither Biome nor dependency-cruiser can say, read from the syntax tree of every source. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const folders = ["app", "bench", "db", "domain", "scripts", "server", "tests"];
const sources = folders.flatMap((folder) => readSources(join(root, folder)));
const isTest = ({ path }: Source) => path.startsWith("tests/") || /\.test\.tsx?$/.test(path);

interface Source {
  readonly path: string;
  readonly tree: ts.SourceFile;
}

function readSources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tsx?|mjs)$/.test(name))
    .map((name) => {
      const file = join(folder, name);
      const text = readFileSync(file, "utf8");
      return { path: relative(root, file), tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) };
    });
}

/** Where `isOffence` holds, as `path:line  text`, so that a failing test is a list of places to go to. */
function places(among: readonly Source[], isOffence: (node: ts.Node) => boolean): string[] {
  return among.flatMap(({ path, tree }) => {
    const found: string[] = [];
    const visit = (node: ts.Node) => {
      if (isOffence(node)) found.push(placeOf(path, node));
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
}

function placeOf(path: string, node: ts.Node): string {
  const line = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
  return `${path}:${line}  ${node.getText().split("\n")[0]?.slice(0, 80)}`;
}

const branching = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.CaseClause,
  ts.SyntaxKind.CatchClause,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
]);
const joining = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** `?? 0` is no way of its own: strict types ask for such a default wherever an array is read by index. */
const isPlainDefault = (node: ts.BinaryExpression): boolean =>
  node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken && ts.isLiteralExpression(node.right);

function isBranch(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node)) return joining.has(node.operatorToken.kind) && !isPlainDefault(node);
  return branching.has(node.kind);
}

/** Ways through a function, functions inside it not counted: each has its own measure. */
function complexity(of: ts.Node): number {
  let ways = 1;
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node)) return;
    if (isBranch(node)) ways++;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(of, visit);
  return ways;
}

test("a function has at most ten ways through it", () => {
  const tangled = (node: ts.Node) => ts.isFunctionLike(node) && complexity(node) > 10;
  expect(places(sources, tangled)).toEqual([]);
});

test("the domain and the queries are given time, chance and the world outside, and never take them", () => {
  const pure = sources.filter((source) => /^(domain|db\/queries)\//.test(source.path) && !isTest(source));
  const taken = /^(Date\.now|Math\.random|crypto\.\w+|performance\.now)$/;
  const world = new Set(["fetch", "process", "setTimeout", "setInterval", "localStorage"]);
  expect(
    places(pure, (node) => {
      if (ts.isNewExpression(node)) return node.expression.getText() === "Date" && !node.arguments?.length;
      if (ts.isPropertyAccessExpression(node))
        return taken.test(node.getText()) || world.has(node.expression.getText());
      return ts.isCallExpression(node) && world.has(node.expression.getText());
    }),
  ).toEqual([]);
});

test("what people read stands in app/text: no words in markup", () => {
  const screens = sources.filter((source) => source.path.endsWith(".tsx") && !isTest(source));
  const readAloud = new Set(["aria-label", "title", "placeholder", "alt", "label", "description"]);
  expect(
    places(screens, (node) => {
      if (ts.isJsxText(node)) return /\p{L}{2,}/u.test(node.text);
      const literal = ts.isJsxAttribute(node) && readAloud.has(node.name.getText()) ? node.initializer : undefined;
      return literal !== undefined && ts.isStringLiteral(literal) && /\p{L}{2,}/u.test(literal.text);
    }),
  ).toEqual([]);
});

test("what people read stands in app/text: no Danish letters in the code of pages and server", () => {
  const speaking = sources.filter(
    (source) => /^(app|server|db\/queries)\//.test(source.path) && !/^app\/text\//.test(source.path) && !isTest(source),
  );
  const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  expect(places(speaking, (node) => isText(node) && /[æøåÆØÅ]/.test(node.text))).toEqual([]);
});

test("a caught error is answered, not swallowed", () => {
  expect(places(sources, (node) => ts.isCatchClause(node) && node.block.statements.length === 0)).toEqual([]);
});

test("a test waits for what it expects, never for time to pass", () => {
  const sleeps = (node: ts.Node) =>
    ts.isCallExpression(node) &&
    node.expression.getText() === "setTimeout" &&
    ts.isIdentifier(node.arguments[0] ?? node) &&
    /resolve|done/.test(node.arguments[0]?.getText() ?? "");
  const waiting = sources.filter((source) => isTest(source) && source.path !== "tests/until.ts");
  expect(places(waiting, sleeps)).toEqual([]);
});

test("nothing is left for later", () => {
  const markers = /\b(TODO|FIXME|XXX|HACK)\b/;
  const marked = sources.filter((source) => source.path !== "tests/house.test.ts" && markers.test(source.tree.text));
  expect(marked.map((source) => source.path)).toEqual([]);
});
