import { type Screen, screenActions, screeningApi, type ScreenTest } from "@meridian/shared/screening";
import { useId, useState } from "react";
import { call } from "../lib/call.ts";
import { useTranslation } from "../lib/texts.ts";
import { useSubmit } from "../lib/useSubmit.ts";
import { useRules } from "../moderation/rules.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Refusal } from "../ui/Refusal.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { TextField } from "../ui/TextField.tsx";
import { DryRun } from "./DryRun.tsx";
import { lookAgainForScreens } from "./screenCommands.ts";

const none = "none";

/** Says what is looked for and what happens then; tried on the last month before it is kept. */
export function ScreenDialog({ screen, onClose }: { screen?: Screen; onClose: () => void }) {
  const { t } = useTranslation();
  const formId = useId();
  const rules = useRules();
  const [draft, setDraft] = useState(() => draftOf(screen));
  const test = testOf(draft);
  const { form, onSubmit, busy, errors, refused } = useSubmit(
    async () => {
      const { name, action, ruleId } = draft;
      const kept = { name, action, ruleId: ruleId === none ? null : ruleId, test };
      await (screen ? call(screeningApi.edit, { id: screen.id, ...kept }) : call(screeningApi.create, kept));
      await lookAgainForScreens();
      onClose();
    },
    () => ({
      ...(draft.name.trim() === "" && { name: t("errors.required") }),
      ...(isEmpty(test) && { test: t("errors.required") }),
    }),
    (error): Record<string, string> =>
      "test.pattern" in error.fields || "pattern" in error.fields ? { test: t("rules.badPattern") } : {},
  );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={screen ? t("rules.editOne", { title: screen.name }) : t("rules.newScreen")}
      footer={
        <>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {t("app.save")}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form} onSubmit={onSubmit} noValidate className="space-y-4">
        <TextField
          label={t("rules.screenName")}
          autoComplete="off"
          maxLength={80}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          error={errors["name"]}
        />
        <SelectField
          label={t("rules.kind")}
          choices={(["words", "pattern"] as const).map((kind) => ({
            value: kind,
            label: t(`rules.kinds.${kind}`),
          }))}
          value={draft.kind}
          onChange={(kind) => setDraft({ ...draft, kind })}
        />
        {draft.kind === "words" ? (
          <TextArea
            label={t("rules.words")}
            hint={t("rules.wordsHint")}
            spellCheck={false}
            value={draft.words}
            onChange={(event) => setDraft({ ...draft, words: event.target.value })}
            error={errors["test"]}
          />
        ) : (
          <TextField
            label={t("rules.pattern")}
            hint={t("rules.patternHint")}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={draft.pattern}
            onChange={(event) => setDraft({ ...draft, pattern: event.target.value })}
            error={errors["test"]}
          />
        )}
        <DryRun test={isEmpty(test) ? undefined : test} />
        <SelectField
          label={t("rules.action")}
          choices={screenActions.map((action) => ({
            value: action,
            label: t(`rules.actions.${action}`),
          }))}
          value={draft.action}
          onChange={(action) => setDraft({ ...draft, action })}
        />
        <SelectField
          label={t("rules.rule")}
          choices={[
            { value: none, label: t("rules.noRule") },
            ...rules
              .filter((rule) => rule.active || rule.id === draft.ruleId)
              .map(({ id, title }) => ({ value: id, label: title })),
          ]}
          value={draft.ruleId}
          onChange={(ruleId) => setDraft({ ...draft, ruleId })}
        />
        <Refusal error={refused} />
      </form>
    </Dialog>
  );
}

interface Draft {
  name: string;
  kind: ScreenTest["kind"];
  words: string;
  pattern: string;
  action: Screen["action"];
  ruleId: string;
}

const draftOf = (screen: Screen | undefined): Draft => ({
  name: screen?.name ?? "",
  kind: screen?.test.kind ?? "words",
  words: screen?.test.kind === "words" ? screen.test.words.join("\n") : "",
  pattern: screen?.test.kind === "pattern" ? screen.test.pattern : "",
  action: screen?.action ?? "flag",
  ruleId: screen?.ruleId ?? none,
});

const testOf = ({ kind, words, pattern }: Draft): ScreenTest =>
  kind === "pattern"
    ? { kind, pattern: pattern.trim() }
    : {
        kind,
        words: words
          .split("\n")
          .map((word) => word.trim())
          .filter(Boolean),
      };

const isEmpty = (test: ScreenTest): boolean =>
  test.kind === "words" ? test.words.length === 0 : test.pattern === "";
