import { peopleApi, type Person } from "@meridian/shared/people";
import { useId, useRef, useState } from "react";
import { call } from "../lib/call.ts";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "../ui/Button.tsx";
import { Checkbox } from "../ui/Checkbox.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { toast } from "../ui/Toast.tsx";
import { liftSuspension, showPerson } from "./commands.ts";
import { Refusal } from "../ui/Refusal.tsx";
import { useSubmit } from "../lib/useSubmit.ts";

interface SuspendDialogProps {
  person: Person;
  open: boolean;
  onClose: () => void;
}

/** Puts somebody out, for a time or until it is lifted; they can read why. */
export function SuspendDialog({ person, open, onClose }: SuspendDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const reasonField = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState("");
  const [forGood, setForGood] = useState(true);
  const [until, setUntil] = useState("");
  const { name } = person;
  const { form, onSubmit, busy, errors, refused } = useSubmit(
    async () => {
      const end = forGood ? null : new Date(until).toISOString();
      showPerson(await call(peopleApi.suspend, { id: person.id, reason, until: end }));
      const lift = { label: t("app.undo"), onPress: () => void liftSuspension(person) };
      toast({ title: t("toast.personSuspended", { name }), action: lift });
      setReason("");
      onClose();
    },
    () => ({
      ...(reason.trim() === "" && { reason: t("errors.required") }),
      ...(!forGood && !(Date.parse(until) > Date.now()) && { until: t("errors.future") }),
    }),
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={t("moderation.suspend", { name })}
      text={t("moderation.suspendText")}
      focusFirst={reasonField}
      footer={
        <>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button type="submit" form={formId} variant="danger" busy={busy}>
            {t("moderation.suspend", { name })}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form} onSubmit={onSubmit} noValidate className="space-y-4">
        <TextField
          ref={reasonField}
          label={t("moderation.reason")}
          hint={t("moderation.reasonHint")}
          autoComplete="off"
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={errors["reason"]}
        />
        <Checkbox label={t("moderation.forever")} checked={forGood} onChange={setForGood} />
        {!forGood && (
          <TextField
            label={t("moderation.until")}
            hint={t("moderation.untilHint")}
            type="datetime-local"
            value={until}
            onChange={(event) => setUntil(event.target.value)}
            error={errors["until"]}
            className="max-w-64"
          />
        )}
        <Refusal error={refused} />
      </form>
    </Dialog>
  );
}
