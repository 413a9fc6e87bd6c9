import { useTranslation } from "~/i18n/context";
import { Button } from "~/ui/button";

/** Names someone of the organization who looks after a text from now on. */
export function Entrusting({ id, title, people }: { id: string; title: string; people: { id: string; name: string }[] }) {
  const t = useTranslation();
  if (people.length === 0) return <p className="field-hint">{t("applications.orphans.nobodyThere")}</p>;

  return (
    <form className="inline-form" method="post">
      <input type="hidden" name="contribution" value={id} />
      <label className="field">
        <span className="field-label">
          {t("applications.orphans.entrust")}
          <span className="visually-hidden"> – {title}</span>
        </span>
        <select className="input" name="person" required defaultValue="">
          <option value="">{t("applications.orphans.choosePerson")}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      </label>
      <Button variant="secondary">{t("applications.orphans.entrustSubmit")}</Button>
    </form>
  );
}
