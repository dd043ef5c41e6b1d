#!/bin/sh
# Run by the PostgreSQL image as superuser, once, on an empty volume, in the database `holdout`. In one transaction: a
# failure leaves no login, so that the database does not become healthy.
#
# The owner is not a superuser. The superuser has no password afterwards, so it can log in only from inside the container.
psql --set=ON_ERROR_STOP=1 --single-transaction --file=- --quiet \
  --set=owner_password="$OWNER_PASSWORD" --set=grader_password="$GRADER_PASSWORD" \
  --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create extension if not exists pg_trgm;
create role holdout login nosuperuser nocreatedb nocreaterole noreplication password :'owner_password';
create role holdout_grader login nosuperuser nocreatedb nocreaterole noreplication password :'grader_password';
alter database holdout owner to holdout;
revoke all on database holdout from public;
grant connect on database holdout to holdout_grader;
revoke connect, temporary on database postgres, template1 from public;
-- Advisory locks, by which the grader could hold up migrations, are left to the owner.
do $$
declare of_system regprocedure;
begin
  for of_system in select oid::regprocedure from pg_proc
    where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^pg_(try_)?advisory_' loop
    execute format('revoke execute on function %s from public', of_system);
    execute format('grant execute on function %s to holdout', of_system);
  end loop;
end $$;
alter role current_user password null;
SQL
