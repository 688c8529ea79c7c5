import { type Rule, rulesApi } from "@meridian/shared/companyRules";
import type { Language } from "@meridian/shared/people";
import { useId, useState } from "react";
import { call } from "../lib/call.ts";
import { currentLanguage, languages } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";
import { useSubmit } from "../lib/useSubmit.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Refusal } from "../ui/Refusal.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { TextField } from "../ui/TextField.tsx";
import { lookAgainForRules } from "./ruleCommands.ts";

const codes = ["en", "fr", "de"] as const;
type Drafts = Record<Language, { title: string; description: string }>;
const nothing = { title: "", description: "" };

/** Writes a rule, in each language that somebody reads. */
export function RuleDialog({ rule, onClose }: { rule?: Rule; onClose: () => void }) {
  const { t } = useTranslation();
  const formId = useId();
  const [language, setLanguage] = useState<Language>(currentLanguage());
  const [drafts, setDrafts] = useState<Drafts>(() => ({
    en: rule?.texts.en ?? nothing,
    fr: rule?.texts.fr ?? nothing,
    de: rule?.texts.de ?? nothing,
  }));
  const written = (code: Language) => (drafts[code].title.trim() === "" ? null : drafts[code]);
  const untitled = codes.find((code) => !written(code) && drafts[code].description.trim() !== "");
  const { form, onSubmit, busy, errors, refused } = useSubmit(
    async () => {
      const texts = { en: written("en"), fr: written("fr"), de: written("de") };
      await (rule ? call(rulesApi.edit, { id: rule.id, texts }) : call(rulesApi.create, { texts }));
      await lookAgainForRules();
      onClose();
    },
    (): Record<string, string> => {
      if (untitled) return { title: t("errors.required") };
      return codes.some(written) ? {} : { title: t("rules.needsOne") };
    },
  );
  const change = (field: "title" | "description", text: string) =>
    setDrafts({ ...drafts, [language]: { ...drafts[language], [field]: text } });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={rule ? t("rules.editOne", { title: (written(language) ?? drafts.en).title }) : t("rules.add")}
      text={t("rules.languageHint")}
      footer={
        <>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {t("app.save")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        ref={form}
        onSubmit={(event) => {
          // where the title is missing
          if (untitled) setLanguage(untitled);
          onSubmit(event);
        }}
        noValidate
      >
        <Tabs
          label={t("settings.language")}
          tabs={codes.map((code) => ({ value: code, label: languages[code] }))}
          value={language}
          onChange={setLanguage}
        >
          <div className="space-y-4 pt-4" lang={language}>
            <TextField
              label={t("rules.title")}
              autoComplete="off"
              maxLength={80}
              value={drafts[language].title}
              onChange={(event) => change("title", event.target.value)}
              error={errors["title"]}
            />
            <TextArea
              label={t("rules.description")}
              maxLength={1_000}
              value={drafts[language].description}
              onChange={(event) => change("description", event.target.value)}
            />
          </div>
        </Tabs>
        <Refusal error={refused} />
      </form>
    </Dialog>
  );
}
