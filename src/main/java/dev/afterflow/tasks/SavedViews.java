package dev.afterflow.tasks;

import dev.afterflow.cases.Cases;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists people made for themselves; a lead shares one with a team. A view is the words of an address, and nothing else. */
@Service
@Transactional
class SavedViews {

    static final int MOST = 30;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_WORD = 100;
    private static final int COUNTED = 99;

    private final JdbcSavedViews store;
    private final Queues queues;
    private final Cases cases;
    private final Audit audit;

    SavedViews(JdbcSavedViews store, Queues queues, Cases cases, Audit audit) {
        this.store = store;
        this.queues = queues;
        this.cases = cases;
        this.audit = audit;
    }

    /**
     * A saved view.
     *
     * @param screen {@code desk} or {@code cases}
     * @param team   with whom it is shared, null for its owner alone
     */
    record SavedView(long id, String screen, String name, Map<String, String> search, long ownerId, String ownerName, String team,
                     boolean mayChange) {
    }

    /** What somebody wants to keep. */
    record NewView(String screen, String name, Map<String, String> search, String team) {
    }

    /** A view's new name. */
    record Renamed(String name) {
    }

    /** My own and those shared with my teams, by name. */
    @Transactional(readOnly = true)
    List<SavedView> of(Who who) {
        return store.of(who.id(), Authority.teams(who)).stream().map(view -> seen(view, who)).toList();
    }

    SavedView save(NewView wanted, Who who) {
        demandName(wanted.name());
        Map<String, String> search = checked(wanted.screen(), wanted.search(), who);
        if (wanted.team() != null && !(leads(who) && Authority.teams(who).contains(wanted.team()))) {
            throw Problem.invalid("team", "leads", "只有组长或主管可以与自己带的团队共享", "Only a lead or supervisor shares with a team of theirs");
        }
        if (store.owned(who.id()) >= MOST) {
            throw Problem.invalid("name", "tooMany", "最多保存 " + MOST + " 个视图", "At most " + MOST + " views a person");
        }
        SavedView saved = store.insert(new SavedView(0, wanted.screen(), wanted.name().strip(), search, who.id(), who.name(), wanted.team(), true));
        record("VIEW_SAVED", saved);
        return saved;
    }

    SavedView rename(long id, String name, Who who) {
        demandName(name);
        SavedView view = changeable(id, who);
        store.rename(id, view, name.strip());
        record("VIEW_RENAMED", view);
        return seen(store.find(id).orElseThrow(), who);
    }

    void delete(long id, Who who) {
        SavedView view = changeable(id, who);
        store.delete(id);
        record("VIEW_DELETED", view);
    }

    /** How many each of my views holds, by its number as text. */
    @Transactional(readOnly = true)
    Map<String, Queues.Count> counts(Who who) {
        Map<String, Queues.Count> counts = new LinkedHashMap<>();
        of(who).forEach(view -> counts.put(Long.toString(view.id()), count(view, who)));
        return counts;
    }

    private Queues.Count count(SavedView view, Who who) {
        if (view.screen().equals("cases")) {
            int count = cases.count(who.shops(), view.search(), COUNTED + 1);
            return new Queues.Count(Math.min(count, COUNTED), count > COUNTED);
        }
        return queues.count(View.of(view.search().getOrDefault("view", "mine")), Filter.of(view.search(), who.id()), COUNTED);
    }

    /** Only words the list understands, each of them lawful. */
    private static Map<String, String> checked(String screen, Map<String, String> search, Who who) {
        Set<String> known = switch (String.valueOf(screen)) {
            case "desk" -> ViewWords.DESK;
            case "cases" -> ViewWords.CASES;
            default -> throw Problem.invalid("screen", "values", "请使用 desk 或 cases", "Use desk or cases");
        };
        if (search == null || !known.containsAll(search.keySet())
                || search.values().stream().anyMatch(word -> word == null || word.isBlank() || word.length() > LONGEST_WORD || word.indexOf('\0') >= 0)) {
            throw Problem.invalid("search", "words", "只能保存列表认识的筛选条件", "Keep only what the list can be narrowed by");
        }
        if (screen.equals("desk")) {
            View.of(search.getOrDefault("view", "mine"));
            Sort.of(search.getOrDefault("sort", "due"));
            Filter.of(search, who.id());
        }
        return search;
    }

    private static void demandName(String name) {
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            throw Problem.invalid("name", "length", "名称须为 1 到 " + LONGEST_NAME + " 个字", "A name has 1 to " + LONGEST_NAME + " characters");
        }
    }

    private SavedView changeable(long id, Who who) {
        SavedView view = store.find(id).filter(found -> found.ownerId() == who.id() || found.team() != null && Authority.teams(who).contains(found.team()))
                .orElseThrow(() -> Problem.notFound("view"));
        if (!seen(view, who).mayChange()) {
            throw Problem.forbidden("tasks.notYourView", "只有创建者或组长可以修改", "Only who made it or a lead may change it");
        }
        return view;
    }

    private static SavedView seen(SavedView view, Who who) {
        return new SavedView(view.id(), view.screen(), view.name(), view.search(), view.ownerId(), view.ownerName(), view.team(),
                view.ownerId() == who.id() || view.team() != null && leads(who));
    }

    private static boolean leads(Who who) {
        return who.is(Role.LEAD, Role.SUPERVISOR, Role.MANAGER);
    }

    private void record(String action, SavedView view) {
        audit.record(Audit.HOUSE, action, "view", Long.toString(view.id()),
                Map.of("name", view.name(), "screen", view.screen(), "team", String.valueOf(view.team())));
    }
}
