import { useId, useRef, useState } from "react";
import { useTranslation } from "../lib/texts.ts";
import { useSubmit } from "../lib/useSubmit.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { Overtaking } from "./Overtaking.tsx";

interface ReasonDialogProps {
  title: string;
  text?: string | undefined;
  /** What the field asks for. */
  label: string;
  action: string;
  danger?: boolean | undefined;
  /** Throws CallError. */
  send: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** An act that needs a reason and nothing else. Enter sends it. */
export function ReasonDialog({ title, text, label, action, danger, send, onClose }: ReasonDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState("");
  const { form, onSubmit, busy, errors, refused } = useSubmit(
    async () => {
      await send(reason.trim());
      onClose();
    },
    (): Record<string, string> => (reason.trim() === "" ? { reason: t("errors.required") } : {}),
  );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      text={text}
      focusFirst={field}
      footer={
        <>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button type="submit" form={formId} variant={danger ? "danger" : "primary"} busy={busy}>
            {action}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form} onSubmit={onSubmit} noValidate className="space-y-4">
        <TextField
          ref={field}
          label={label}
          autoComplete="off"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={errors["reason"]}
        />
        <Overtaking error={refused} onLook={onClose} />
      </form>
    </Dialog>
  );
}
