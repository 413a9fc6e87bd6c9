import { Button } from "./button";
import { Field, Select } from "./field";
import type { Option } from "./field-parts";

/** Something that a list can be narrowed by: what is chosen, what there is to choose, and the word for all of it. */
export type ListFilter = { name: string; label: string; any: string; value: string; options: Option[] };

type Props = {
  /** The address of the list. */
  action: string;
  title: string;
  search: { label: string; value: string };
  filters: ListFilter[];
  /** The first of the options is what the list is sorted by anyway, and has no value. */
  sort: { label: string; value: string; options: Option[] };
  apply: string;
};

/** Narrows a list. On a phone all but the words is folded away. */
export function ListFilters({ action, title, search, filters, sort, apply }: Props) {
  return (
    <form className="facets" action={action} aria-label={title}>
      <Field name="q" type="search" label={search.label} defaultValue={search.value} maxLength={200} />
      <details className="disclosure fold">
        <summary>{title}</summary>
        <div className="stack">
          {filters.map(({ name, label, any, value, options }) => (
            <Select key={name} name={name} label={label} defaultValue={value} options={[{ value: "", label: any }, ...options]} />
          ))}
          <Select name="sort" label={sort.label} defaultValue={sort.value} options={sort.options} />
        </div>
      </details>
      <Button>{apply}</Button>
    </form>
  );
}
