package dev.afterflow.tasks;

import dev.afterflow.security.Problem;
import dev.afterflow.tasks.SavedViews.SavedView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Saved views in PostgreSQL. */
@Repository
class JdbcSavedViews {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {
    };

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcSavedViews(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<SavedView> of(long owner, Collection<String> teams) {
        return sql.sql("""
                select * from tasks.saved_view where owner_id = :owner or team = any (:teams)
                 order by team nulls first, name, id limit :most
                """).param("owner", owner).param("teams", teams.toArray(String[]::new)).param("most", 2 * SavedViews.MOST)
                .query(this::view).list();
    }

    Optional<SavedView> find(long id) {
        return sql.sql("select * from tasks.saved_view where id = :id").param("id", id).query(this::view).optional();
    }

    int owned(long owner) {
        return sql.sql("select count(*) from tasks.saved_view where owner_id = :owner").param("owner", owner)
                .query(Integer.class).single();
    }

    SavedView insert(SavedView view) {
        return once(view, sql.sql("""
                insert into tasks.saved_view (screen, name, search, owner_id, owner_name, team, created_at)
                values (:screen, :name, cast(:search as jsonb), :owner, :ownerName, :team, now())
                on conflict (owner_id, screen, name) do nothing returning *
                """).param("screen", view.screen()).param("name", view.name()).param("search", json.writeValueAsString(view.search()))
                .param("owner", view.ownerId()).param("ownerName", view.ownerName()).param("team", view.team())
                .query(this::view).optional());
    }

    void rename(long id, SavedView before, String name) {
        try {
            sql.sql("update tasks.saved_view set name = :name where id = :id").param("id", id).param("name", name).update();
        } catch (DuplicateKeyException taken) {
            throw taken(before.screen(), name);
        }
    }

    void delete(long id) {
        sql.sql("delete from tasks.saved_view where id = :id").param("id", id).update();
    }

    private static SavedView once(SavedView view, Optional<SavedView> inserted) {
        return inserted.orElseThrow(() -> taken(view.screen(), view.name()));
    }

    private static Problem taken(String screen, String name) {
        return Problem.conflict("tasks.viewName", "已有同名视图：" + name, "There is a view of that name: " + name).with("screen", screen);
    }

    private SavedView view(ResultSet row, int number) throws SQLException {
        return new SavedView(row.getLong("id"), row.getString("screen"), row.getString("name"),
                json.readValue(row.getString("search"), WORDS), row.getLong("owner_id"), row.getString("owner_name"),
                row.getString("team"), true);
    }
}
