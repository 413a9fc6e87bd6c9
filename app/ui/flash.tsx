import { Icon } from "./icons";
import { useWords } from "./words";

/** What the last page left to say: a key of the dictionary. One that is unknown says nothing. */
export function Flash({ message }: { message: string | null | undefined }) {
  const words = useWords()(message ?? "");

  return (
    <div role="status">
      {words && (
        <div className="flash" tabIndex={-1} data-focus>
          <Icon name="success" />
          <p>{words}</p>
        </div>
      )}
    </div>
  );
}
