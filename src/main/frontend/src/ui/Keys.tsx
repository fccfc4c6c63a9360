/** A key as it is printed on the keyboard; decoration, so not read aloud. */
export function Keys({ of }: { of: string }) {
  return (
    <span className="keys" aria-hidden="true">
      {of.split(' ').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
