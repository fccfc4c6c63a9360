package dev.afterflow.security;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of people. */
@Component
class JdbcPeople {

    private static final String PERSON = """
            select id, login, name, password, language, every_shop, demo, epoch, dismissed_at is not null as dismissed,
              coalesce((select string_agg(role, ',') from security.person_role where person_id = person.id), '') as roles,
              coalesce(case when every_shop then (select string_agg(shop.id, ',') from security.shop)
                       else (select string_agg(shop, ',') from security.person_shop where person_id = person.id) end, '') as shops,
              coalesce((select string_agg(team, ',') from security.person_team where person_id = person.id), '') as teams,
              exists (select 1 from security.second_factor f where f.person_id = person.id and f.confirmed_at is not null) as factor,
              coalesce((select string_agg(skill, ',') from security.person_skill where person_id = person.id), '') as skills
              from security.person
            """;

    private final JdbcClient sql;

    JdbcPeople(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Person> byId(long id) {
        return sql.sql(PERSON + "where id = :id").param("id", id).query(Person.class).optional();
    }

    Optional<Person> byLogin(String login) {
        return sql.sql(PERSON + "where login = :login").param("login", login).query(Person.class).optional();
    }

    List<Person> all() {
        return sql.sql(PERSON + "order by login").query(Person.class).list();
    }

    boolean anybodyReal() {
        return sql.sql("select exists (select 1 from security.person where not demo)").query(Boolean.class).single();
    }

    long add(String login, String name, String password, boolean everyShop, boolean demo) {
        return sql.sql("""
                insert into security.person (login, name, password, every_shop, demo)
                values (:login, :name, :password, :everyShop, :demo) returning id
                """).param("login", login).param("name", name).param("password", password)
                .param("everyShop", everyShop).param("demo", demo).query(Long.class).single();
    }

    void describe(long id, String name, boolean everyShop) {
        sql.sql("update security.person set name = :name, every_shop = :everyShop where id = :id")
                .param("name", name).param("everyShop", everyShop).param("id", id).update();
    }

    void roles(long id, Collection<Role> roles) {
        sql.sql("delete from security.person_role where person_id = :id").param("id", id).update();
        roles.forEach(role -> sql.sql("insert into security.person_role (person_id, role) values (:id, :role)")
                .param("id", id).param("role", role.name()).update());
    }

    void shops(long id, Collection<String> shops) {
        sql.sql("delete from security.person_shop where person_id = :id").param("id", id).update();
        shops.forEach(shop -> sql.sql("insert into security.person_shop (person_id, shop) values (:id, :shop)")
                .param("id", id).param("shop", shop).update());
    }

    void teams(long id, Collection<String> teams) {
        sql.sql("delete from security.person_team where person_id = :id").param("id", id).update();
        teams.forEach(team -> sql.sql("insert into security.person_team (person_id, team) values (:id, :team)")
                .param("id", id).param("team", team).update());
    }

    void skills(long id, Collection<String> skills) {
        sql.sql("delete from security.person_skill where person_id = :id").param("id", id).update();
        skills.forEach(skill -> sql.sql("insert into security.person_skill (person_id, skill) values (:id, :skill)")
                .param("id", id).param("skill", skill).update());
    }

    /** Ends every session of this person. */
    void newEpoch(long id) {
        sql.sql("update security.person set epoch = epoch + 1 where id = :id").param("id", id).update();
    }

    void language(long id, String language) {
        sql.sql("update security.person set language = :language where id = :id")
                .param("language", language).param("id", id).update();
    }

    /** A new epoch ends every session of this person. */
    void password(long id, String password) {
        sql.sql("update security.person set password = :password, epoch = epoch + 1 where id = :id")
                .param("password", password).param("id", id).update();
    }

    void dismissed(long id, boolean dismissed) {
        sql.sql("""
                update security.person
                   set dismissed_at = case when :dismissed then coalesce(dismissed_at, now()) end,
                       epoch = epoch + case when :dismissed then 1 else 0 end
                 where id = :id
                """).param("dismissed", dismissed).param("id", id).update();
    }
}
