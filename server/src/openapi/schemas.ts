import { AuditEntry } from "@meridian/shared/audit";
import { Case, CaseRow } from "@meridian/shared/cases";
import { Channel, Membership, Unread } from "@meridian/shared/channels";
import { Company } from "@meridian/shared/company";
import { Rule } from "@meridian/shared/companyRules";
import { Decision } from "@meridian/shared/decisions";
import { ErrorBody } from "@meridian/shared/errors";
import { Invitation } from "@meridian/shared/invitations";
import { Notice } from "@meridian/shared/notices";
import { Office } from "@meridian/shared/offices";
import { Me, Person, PersonBrief } from "@meridian/shared/people";
import { Post, PostPage, PostTombstone } from "@meridian/shared/posts";
import { Screen } from "@meridian/shared/screening";
import { Session, SignedIn } from "@meridian/shared/sessions";
import { Block, Inline } from "@meridian/shared/text";
import { Mark, Marks, ReplyPage } from "@meridian/shared/threads";
import * as z from "zod/mini";

/** The shapes that have a name of their own in the described interface. */
const named = {
  AuditEntry,
  Block,
  Case,
  CaseRow,
  Channel,
  Company,
  Decision,
  Error: ErrorBody,
  Inline,
  Invitation,
  Mark,
  Marks,
  Me,
  Membership,
  Notice,
  Office,
  Person,
  PersonBrief,
  Post,
  PostPage,
  PostTombstone,
  ReplyPage,
  Rule,
  Screen,
  Session,
  SignedIn,
  Unread,
};

const registry = z.registry<{ id: string }>();
for (const [id, shape] of Object.entries(named)) registry.add(shape, { id });

export interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  [keyword: string]: unknown;
}

const place = "#/components/schemas";

/** One shape as JSON Schema; the named ones are references into the document's components. */
export function schemaOf(shape: z.ZodMiniType, side: "input" | "output" = "output"): JsonSchema {
  const name = registry.get(shape)?.id;
  return name ? { $ref: `${place}/${name}` } : describe(shape, side);
}

/** The document's components: every named shape. */
export const namedSchemas = (): Record<string, JsonSchema> =>
  Object.fromEntries(Object.entries(named).map(([id, shape]) => [id, describe(shape, "output")]));

/** What a schema can't say (a trimmed line, a zone that we know) is left open in it. */
function describe(shape: z.ZodMiniType, side: "input" | "output"): JsonSchema {
  const {
    $schema: _,
    $defs: __,
    ...schema
  } = z.toJSONSchema(shape, {
    io: side,
    metadata: registry,
    unrepresentable: "any",
  });
  // a recursive shape refers to its own root
  const root = `"$ref":"#"`;
  const self = `"$ref":"${place}/${registry.get(shape)?.id ?? ""}"`;
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', `"${place}/`).replaceAll(root, self);
  return JSON.parse(text) as JsonSchema;
}
