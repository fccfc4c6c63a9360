package dev.afterflow.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The teams: what they are called, who leads and who belongs to them. A model's task names its team; so does a person. */
@Component
@Transactional
class Teams {

    private final JdbcClient sql;
    private final JdbcPeople people;
    private final Audit audit;

    Teams(JdbcClient sql, JdbcPeople people, Audit audit) {
        this.sql = sql;
        this.people = people;
        this.audit = audit;
    }

    /** A team with the members that share a shop with the asker. */
    record Team(String name, String titleZh, String titleEn, Long lead, List<Long> members) {
    }

    /** What is said anew of a team; members are kept where null. */
    record Wish(String titleZh, String titleEn, Long lead, Set<Long> members) {
    }

    private record Row(String name, String titleZh, String titleEn, Long leadId) {
    }

    @Transactional(readOnly = true)
    List<Team> all(Who asker) {
        List<Who> beside = people.all().stream().filter(person -> !person.dismissed()).map(Person::who)
                .filter(who -> who.shops().stream().anyMatch(asker.shops()::contains)).toList();
        return sql.sql("""
                select name, title_zh, title_en, lead_id from security.team
                union all
                select distinct team, team, team, null::bigint from security.person_team where team not in (select name from security.team)
                 order by 1
                """).query(Row.class).list().stream()
                .map(row -> new Team(row.name(), row.titleZh(), row.titleEn(), row.leadId(),
                        beside.stream().filter(who -> who.teams().contains(row.name())).map(Who::id).toList())).toList();
    }

    /** What the teams are called; one that nobody described is called by its name. */
    @Transactional(readOnly = true)
    List<People.Team> titles() {
        return sql.sql("select name, title_zh, title_en from security.team order by name").query(People.Team.class).list();
    }

    Team set(String name, Wish wish, Who asker) {
        check(name, wish);
        Team before = all(asker).stream().filter(team -> team.name().equals(name)).findFirst().orElse(new Team(name, name, name, null, List.of()));
        sql.sql("""
                insert into security.team (name, title_zh, title_en, lead_id) values (:name, :zh, :en, :lead)
                on conflict (name) do update set title_zh = excluded.title_zh, title_en = excluded.title_en, lead_id = excluded.lead_id
                """).param("name", name).param("zh", wish.titleZh().strip()).param("en", wish.titleEn().strip()).param("lead", wish.lead()).update();
        if (wish.members() != null) {
            members(before, wish.members(), asker);
        }
        audit.record(Audit.HOUSE, "TEAM_CHANGED", "team", name, Map.of("lead", wish.lead() == null ? "" : wish.lead(),
                "before", before.members(), "members", wish.members() == null ? before.members() : new TreeSet<>(wish.members())));
        return all(asker).stream().filter(team -> team.name().equals(name)).findFirst().orElseThrow();
    }

    /** Only people the asker reaches come and go: who has a shop the asker does not have stays as they are. */
    private void members(Team before, Set<Long> wanted, Who asker) {
        Set<Long> changed = new TreeSet<>(wanted);
        before.members().forEach(id -> {
            if (!changed.remove(id)) {
                changed.add(id);
            }
        });
        for (long id : changed) {
            Person person = people.byId(id).filter(found -> asker.shops().containsAll(found.who().shops()))
                    .orElseThrow(() -> Problem.invalid("members", "unknown", "没有这个人，或其店铺超出您的范围", "There is no such person, or they have shops you do not have"));
            Set<String> teams = new TreeSet<>(person.who().teams());
            if (!teams.remove(before.name())) {
                teams.add(before.name());
            }
            people.teams(id, teams);
        }
    }

    private void check(String name, Wish wish) {
        demand("name", name.matches("[a-z][a-z-]{1,40}"));
        demand("titleZh", wish.titleZh() != null && !wish.titleZh().isBlank() && wish.titleZh().length() <= 40);
        demand("titleEn", wish.titleEn() != null && !wish.titleEn().isBlank() && wish.titleEn().length() <= 40);
        demand("lead", wish.lead() == null || people.byId(wish.lead()).isPresent());
        demand("members", wish.members() == null || !wish.members().contains(null) && wish.members().size() <= 1_000);
    }

    private static void demand(String field, boolean good) {
        if (!good) {
            throw Problem.invalid(field, "format", "此项不正确", "This is not acceptable");
        }
    }
}
