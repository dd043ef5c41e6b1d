/** The options of a service in docker-compose.yml, as options of `docker run` or `podman run`. */
export function runOptions(service) {
  const each = (option, values) => (values ?? []).flatMap((value) => [option, String(value)]);
  return [
    ...each('--user', service.user === undefined ? [] : [service.user]),
    ...each('--cap-drop', service.cap_drop),
    ...each('--cap-add', service.cap_add),
    ...each('--security-opt', service.security_opt),
    ...each('--pids-limit', service.pids_limit === undefined ? [] : [service.pids_limit]),
    ...(service.read_only ? ['--read-only'] : []),
    ...each('--tmpfs', service.tmpfs),
  ];
}
