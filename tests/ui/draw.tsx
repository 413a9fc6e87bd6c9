import { createRemixStub } from "@remix-run/testing";
import { createContext, type ReactNode, useContext } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { vi } from "vitest";

type Stub = ReturnType<typeof createRemixStub>;

const Piece = createContext<ReactNode>(null);
const ThePiece = () => useContext(Piece);
const Page = createRemixStub([{ path: "*", Component: ThePiece }]);

/** The HTML of a piece of page at an address, which gives it its language. */
export function draw(piece: ReactNode, path = "/en"): string {
  return quietly(() =>
    renderToStaticMarkup(
      <Piece.Provider value={piece}>
        <Page initialEntries={[path]} />
      </Piece.Provider>,
    ),
  );
}

/** The HTML of a route at an address, with what its loaders gave or what was thrown. */
export function drawRoute(Route: Stub, path: string, hydrationData: Parameters<Stub>[0]["hydrationData"]): string {
  return quietly(() => renderToStaticMarkup(<Route initialEntries={[path]} hydrationData={hydrationData} />));
}

/** The stub's router is made for browsers, and says so on each drawing here. Whatever else React complains of is a fault. */
function quietly<Result>(act: () => Result): Result {
  const faults: string[] = [];
  const spy = vi.spyOn(console, "error").mockImplementation((...words) => {
    if (!String(words[0]).includes("useLayoutEffect does nothing on the server")) faults.push(words.map(String).join(" "));
  });
  try {
    const result = act();
    if (faults.length > 0) throw new Error(faults.join("\n"));
    return result;
  } finally {
    spy.mockRestore();
  }
}
