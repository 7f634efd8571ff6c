/**
 * Whether a name, which may begin with `*.`, covers a domain. The asterisk stands for one label, as in certificates.
 *
 * @example coversDomain('*.example.com', 'www.example.com') // true
 */
export function coversDomain(name: string, domain: string): boolean {
  const held = name.toLowerCase().replace(/\.$/, '');
  const asked = domain.toLowerCase().replace(/\.$/, '');
  if (held === asked) return true;
  const [label, ...rest] = asked.split('.');
  return (
    held.startsWith('*.') && label !== undefined && label !== '*' && label !== '' && held.slice(2) === rest.join('.')
  );
}
