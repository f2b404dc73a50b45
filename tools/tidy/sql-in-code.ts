import ts from 'typescript';
import { everyNode } from './syntax.ts';
import { filesLike, lineAt, type SourceFile } from './tree.ts';

/** SQL found in a TypeScript file; every `${…}` stands as `$0`. */
export interface SqlText {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

const STATEMENT =
  /^\s*(select|insert\s+into|update|delete\s+from|with|merge\s+into|lock\s+table|create|alter|truncate)\s/i;
const LOOKS_LIKE_SQL =
  /\b(from|into|set|values|where|table|index|schema|trigger|returning|using)\b/i;

/** The SQL of a file: `sql` templates, and strings that begin like a statement. */
export function sqlOf(file: SourceFile): readonly SqlText[] {
  const found: SqlText[] = [];
  everyNode(file, (node) => {
    const text = sqlText(node);
    if (text !== undefined) {
      found.push({ path: file.path, line: lineAt(file.text, node.getStart()), text });
    }
  });
  return found;
}

function sqlText(node: ts.Node): string | undefined {
  if (ts.isTaggedTemplateExpression(node)) {
    return /^sql\b/.test(node.tag.getText()) ? templateText(node.template) : undefined;
  }
  if (!ts.isStringLiteral(node) && !ts.isTemplateLiteral(node)) return undefined;
  if (ts.isTaggedTemplateExpression(node.parent)) return undefined;
  const text = ts.isStringLiteral(node) ? node.text : templateText(node);
  return STATEMENT.test(text) && LOOKS_LIKE_SQL.test(text) ? text : undefined;
}

function templateText(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return (
    template.head.text + template.templateSpans.map((span) => `$0${span.literal.text}`).join('')
  );
}

/** Removes comments and the insides of string literals, keeping the lines. */
export function bare(sql: string): string {
  return sql
    .replace(/--[^\n]*/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/'(?:[^']|'')*'/g, "''");
}

let cached: readonly SqlText[] | undefined;

/** The SQL of everything that the server runs (tests aside). */
export function sqlOfServer(): readonly SqlText[] {
  cached ??= filesLike(/^src\/.*\.ts$/)
    .filter((file) => !file.path.endsWith('.test.ts') && !file.path.includes('/generated/'))
    .flatMap(sqlOf);
  return cached;
}

/** The migrations and re-runnable functions. */
export function sqlOfDatabase(): readonly SqlText[] {
  return filesLike(/^db\/(migrations|functions)\/.*\.sql$/).map((file) => ({
    path: file.path,
    line: 1,
    text: file.text,
  }));
}
