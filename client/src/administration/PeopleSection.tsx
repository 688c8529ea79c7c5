import { accountRoles, accountStates } from "@meridian/shared/accounts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { UserSearch } from "lucide-react";
import { useTranslation } from "../lib/texts.ts";
import { useAddress } from "../lib/useAddress.ts";
import { useOffices } from "../offices/queries.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { PagedList } from "../ui/PagedList.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { AccountLine } from "./AccountLine.tsx";
import { accountsQuery } from "./accountQueries.ts";

const all = "all";

/** Everybody who ever was here, found by name, office, role and state. */
export function PeopleSection() {
  const { t } = useTranslation();
  const { filters, set, filtered } = useAddress(["q", "officeId", "role", "state"]);
  const { q, officeId } = filters;
  const role = accountRoles.find((one) => one === filters.role);
  const state = accountStates.find((one) => one === filters.state);
  const query = useInfiniteQuery({
    ...accountsQuery({ q, officeId, role, state }),
    placeholderData: (last) => last,
  });
  const accounts = query.data?.pages.flatMap((page) => page.accounts) ?? [];
  const total = query.data?.pages[0]?.total;
  const clear = () => set({ q: "", officeId: "", role: "", state: "" });
  return (
    <section aria-label={t("administration.people")}>
      <search className="grid grid-cols-2 gap-3 border-b border-line px-4 py-3 sm:grid-cols-3">
        <SearchField
          label={t("administration.findPeople")}
          value={q ?? ""}
          onSearch={(text) => set({ q: text })}
          className="col-span-full"
        />
        <SelectField
          label={t("people.office")}
          choices={[
            { value: all, label: t("administration.anyOffice") },
            ...useOffices().map(({ id, city }) => ({ value: id, label: city })),
          ]}
          value={officeId ?? all}
          onChange={(id) => set({ officeId: id === all ? "" : id })}
        />
        <SelectField
          label={t("administration.role")}
          choices={[
            { value: all, label: t("administration.anyRole") },
            ...accountRoles.map((one) => ({ value: one, label: t(`people.roles.${one}`) })),
          ]}
          value={role ?? all}
          onChange={(one) => set({ role: one === all ? "" : one })}
        />
        <SelectField
          label={t("administration.state")}
          choices={[
            { value: all, label: t("administration.anyState") },
            ...accountStates.map((one) => ({ value: one, label: t(`administration.states.${one}`) })),
          ]}
          value={state ?? all}
          onChange={(one) => set({ state: one === all ? "" : one })}
        />
      </search>
      <p role="status" className="px-4 pt-3 text-sm text-soft">
        {total !== undefined && t("administration.peopleCount", { count: total })}
      </p>
      <PagedList
        query={query}
        count={accounts.length}
        empty={
          <Empty
            icon={UserSearch}
            title={t("people.none")}
            text={t("people.noneText")}
            action={filtered && <Button onClick={clear}>{t("people.clear")}</Button>}
          />
        }
      >
        {accounts.map((account) => (
          <AccountLine key={account.id} account={account} />
        ))}
      </PagedList>
    </section>
  );
}
