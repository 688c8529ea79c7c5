import type { ActOnCase, Case } from "@meridian/shared/cases";
import type { CaseAction } from "@meridian/shared/caseHistory";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "../lib/texts.ts";
import { useSubmit } from "../lib/useSubmit.ts";
import { Button } from "../ui/Button.tsx";
import { classes } from "../ui/classes.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { ActPlace } from "./ActPlace.tsx";
import { act } from "./commands.ts";
import { Overtaking } from "./Overtaking.tsx";
import { toggled } from "./possible.ts";
import { mostReported, reasonFor } from "./reasons.ts";
import { useRules } from "./rules.ts";
import { endOf, type Span, spans } from "./spans.ts";

interface ActDialogProps {
  kase: Case;
  first: CaseAction;
  possible: CaseAction[];
  onClose: () => void;
}

/** Decides a case in one step: what is done, by which rule, why, and for how long. Enter sends it. */
export function ActDialog({ kase, first, possible, onClose }: ActDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const rules = useRules();
  const [actions, setActions] = useState<CaseAction[]>([first]);
  const [ruleId, setRuleId] = useState(mostReported(kase) ?? rules[0]?.id);
  const [typed, setTyped] = useState<string>();
  const [span, setSpan] = useState<Span>("3");
  const [channelId, setChannelId] = useState<string>();
  const rule = rules.find((one) => one.id === ruleId);
  const reason = typed ?? reasonFor(actions, rule);
  const ends = actions.includes("freeze") || actions.includes("suspend");
  const placed = actions.includes("move") || actions.includes("pin");

  const { form, onSubmit, busy, errors, refused } = useSubmit(
    async () => {
      const input: ActOnCase = {
        id: kase.id,
        rev: kase.rev,
        actions,
        reason: reason.trim(),
        ...(ruleId && { ruleId }),
        ...(ends && { until: endOf(span) }),
        ...(placed && channelId && { channelId }),
      };
      await act(input);
      onClose();
    },
    () => ({
      ...(reason.trim() === "" && { reason: t("errors.required") }),
      ...(placed && !channelId && { channelId: t("errors.required") }),
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("desk.act")}
      focusFirst={reasonField}
      footer={
        <>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {actions.map((action) => t(`desk.actions.${action}`)).join(" + ")}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form} onSubmit={onSubmit} noValidate className="space-y-4">
        <div role="group" aria-label={t("desk.act")} className="flex flex-wrap gap-1.5">
          {possible.map((action) => (
            <button
              key={action}
              type="button"
              aria-pressed={actions.includes(action)}
              onClick={() => setActions(toggled(actions, action))}
              className={classes(
                "min-h-8 rounded-full border px-3 text-sm font-semibold pointer-coarse:min-h-11",
                actions.includes(action)
                  ? "border-accent bg-accent text-on-accent"
                  : "border-edge bg-surface hover:bg-sunken",
              )}
            >
              {t(`desk.actions.${action}`)}
            </button>
          ))}
        </div>
        <ul className="text-sm text-soft" role="status">
          {actions.map((action) => (
            <li key={action}>{t(`desk.actionTexts.${action}`)}</li>
          ))}
        </ul>
        <SelectField
          label={t("desk.rule")}
          choices={rules
            .filter((one) => one.active || one.id === ruleId)
            .map(({ id, title }) => ({ value: id, label: title }))}
          value={ruleId ?? null}
          onChange={setRuleId}
        />
        <TextArea
          ref={reasonField}
          rows={2}
          label={t("desk.reason")}
          hint={t("desk.reasonHint")}
          autoComplete="off"
          maxLength={500}
          value={reason}
          onChange={(event) => setTyped(event.target.value.replaceAll("\n", " "))}
          onKeyDown={sendOnEnter}
          error={errors["reason"]}
        />
        {ends && (
          <SelectField
            label={t("desk.until")}
            choices={spans
              .filter((one) => one !== "forever" || actions.includes("suspend"))
              .map((one) => ({ value: one, label: t(`desk.spans.${one}`) }))}
            value={span}
            onChange={setSpan}
            error={errors["until"]}
          />
        )}
        {placed && (
          <ActPlace
            kase={kase}
            move={actions.includes("move")}
            value={channelId}
            onChange={setChannelId}
            error={errors["channelId"]}
          />
        )}
        <Overtaking error={refused} onLook={onClose} />
      </form>
    </Dialog>
  );
}

/** It is one line, however it is broken: Enter sends it. */
function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
