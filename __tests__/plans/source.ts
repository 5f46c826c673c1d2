/** The text of a configuration, as real Terraform reads it. */
import type { Json, JsonObject } from '../../tollgate/model';
import {
  isBlocks,
  written,
  type Body,
  type Expression,
  type Module,
  type ModuleCall,
  type Repetition,
  type Resource,
} from './configuration';
import { ATTRIBUTES_AS_BLOCKS, EMPTY_RULE } from './schema';

/** The files of a configuration by name: HCL, or JSON as CDKTF writes it. */
export function filesOf(root: Module, syntax: 'hcl' | 'json'): Record<string, string> {
  const files: Record<string, string> = {};
  add(root, '', syntax, files);
  return files;
}

function add(module: Module, directory: string, syntax: 'hcl' | 'json', files: Record<string, string>): void {
  if (syntax === 'hcl') files[`${directory}main.tf`] = hcl(module);
  else files[`${directory}main.tf.json`] = JSON.stringify(json(module), null, 2);
  for (const [name, call] of Object.entries(module.calls))
    add(call.module, `${directory}modules/${name}/`, syntax, files);
}

// ---------------------------------------------------------------------------------------------------- HCL

function hcl({ resources, variables, locals, outputs, calls }: Module): string {
  return [
    ...Object.keys(variables).map((name) => `variable "${name}" {\n  type    = any\n  default = null\n}\n`),
    ...Object.entries(locals).map(([name, value]) => `locals {\n  ${name} = ${text(value)}\n}\n`),
    ...Object.entries(calls).map(([name, call]) => callText(name, call)),
    ...resources.map(resourceText),
    ...Object.entries(outputs).map(([name, value]) => `output "${name}" {\n  value = ${text(value)}\n}\n`),
  ].join('\n');
}

function callText(name: string, { repeated, arguments: given }: ModuleCall): string {
  const lines = Object.entries(given).map(([variable, value]) => `  ${variable} = ${text(value)}\n`);
  return `module "${name}" {\n  source = "./modules/${name}"\n${repetition(repeated)}${lines.join('')}}\n`;
}

function resourceText({ mode, type, name, repeated, body }: Resource): string {
  const word = mode === 'data' ? 'data' : 'resource';
  return `${word} "${type}" "${name}" {\n${repetition(repeated)}${bodyText(body, '  ')}}\n`;
}

function repetition(repeated: Repetition | undefined): string {
  if (repeated === undefined) return '';
  if ('count' in repeated) return `  count = ${repeated.count}\n`;
  const entries = Object.entries(repeated.forEach).map(([key, value]) => `${JSON.stringify(key)} = ${text(value)}`);
  return `  for_each = { ${entries.join(', ')} }\n`;
}

function bodyText(body: Body, indent: string): string {
  return Object.entries(body)
    .map(([name, value]) =>
      isBlocks(value)
        ? value.map((block) => `${indent}${name} {\n${bodyText(block, `${indent}  `)}${indent}}\n`).join('')
        : `${indent}${name} = ${text(value)}\n`,
    )
    .join('');
}

function text(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return JSON.stringify(expression.value);
    case 'computed':
      return `tostring(${JSON.stringify(expression.value)})`;
    case 'list':
      return `[${expression.items.map(text).join(', ')}]`;
    case 'object':
      return `{ ${Object.entries(expression.members)
        .map(([name, member]) => `${name} = ${text(member)}`)
        .join(', ')} }`;
    case 'reference':
      return written(expression);
  }
}

// ---------------------------------------------------------------------------------------------------- JSON

function json({ resources, variables, locals, outputs, calls }: Module): JsonObject {
  const of = (mode: Resource['mode']): JsonObject => {
    const byType: Record<string, JsonObject> = {};
    for (const resource of resources.filter((it) => it.mode === mode))
      (byType[resource.type] ??= {})[resource.name] = {
        ...repetitionJson(resource.repeated),
        ...bodyJson(resource.type, resource.body),
      };
    return byType;
  };
  return withoutEmpty({
    variable: Object.fromEntries(Object.keys(variables).map((name) => [name, { default: null }])),
    locals: Object.fromEntries(Object.entries(locals).map(([name, value]): [string, Json] => [name, template(value)])),
    module: Object.fromEntries(
      Object.entries(calls).map(([name, { repeated, arguments: given }]): [string, Json] => [
        name,
        { source: `./modules/${name}`, ...repetitionJson(repeated), ...bodyJson('', given) },
      ]),
    ),
    resource: of('managed'),
    data: of('data'),
    output: Object.fromEntries(
      Object.entries(outputs).map(([name, value]): [string, Json] => [name, { value: template(value) }]),
    ),
  });
}

function repetitionJson(repeated: Repetition | undefined): JsonObject {
  if (repeated === undefined) return {};
  if ('count' in repeated) return { count: repeated.count };
  return {
    for_each: Object.fromEntries(
      Object.entries(repeated.forEach).map(([key, value]): [string, Json] => [key, template(value)]),
    ),
  };
}

function bodyJson(type: string, body: Body): JsonObject {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]): [string, Json] => {
      if (!isBlocks(value)) return [name, template(value)];
      const nothing: JsonObject =
        ATTRIBUTES_AS_BLOCKS[type]?.includes(name) === true
          ? Object.fromEntries(Object.keys(EMPTY_RULE).map((member): [string, Json] => [member, null]))
          : {};
      return [name, value.map((block) => ({ ...nothing, ...bodyJson('', block) }))];
    }),
  );
}

function template(expression: Expression): Json {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'computed':
      return `\${${text(expression)}}`;
    case 'list':
      return expression.items.map(template);
    case 'object':
      return Object.fromEntries(
        Object.entries(expression.members).map(([name, member]): [string, Json] => [name, template(member)]),
      );
    case 'reference':
      return `\${${written(expression)}}`;
  }
}

function withoutEmpty(members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => Object.keys(value as object).length > 0));
}
