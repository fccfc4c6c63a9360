package dev.afterflow.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the house: who they are, what they may do and which teams and shops they belong to. */
@Component
@Transactional(readOnly = true)
public class People {

    private final JdbcPeople rows;
    private final JdbcClient sql;

    People(JdbcPeople rows, JdbcClient sql) {
        this.rows = rows;
        this.sql = sql;
    }

    /** What a team is called; one that nobody described is called by its name. */
    public record Team(String name, String titleZh, String titleEn) {
    }

    /** The person with this number, dismissed or not: names on old work must stay readable. */
    public Optional<Who> find(long id) {
        return rows.byId(id).map(Person::who);
    }

    /** The person with this login, dismissed or not. */
    public Optional<Who> find(String login) {
        return rows.byLogin(login).map(Person::who);
    }

    /** What this person is good at, as {@code language:en} or {@code platform:shopify}. */
    public Set<String> skills(long id) {
        return rows.byId(id).map(person -> Person.words(person.skills())).orElse(Set.of());
    }

    /** A team by the name that models and people carry. */
    public Team team(String name) {
        return sql.sql("select name, title_zh, title_en from security.team where name = :name").param("name", name).query(Team.class).optional()
                .orElseGet(() -> new Team(name, name, name));
    }

    /** Everybody still here who shares a shop with the asker, by login. */
    public List<Who> beside(Who asker) {
        return rows.all().stream().filter(person -> !person.dismissed()).map(Person::who)
                .filter(who -> who.shops().stream().anyMatch(asker.shops()::contains)).toList();
    }
}
