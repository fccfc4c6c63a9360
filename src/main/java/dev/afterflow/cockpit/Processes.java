package dev.afterflow.cockpit;

import dev.afterflow.cockpit.JdbcProcesses.Model;
import dev.afterflow.cockpit.JdbcProcesses.Node;
import dev.afterflow.cockpit.JdbcProcesses.Passed;
import dev.afterflow.cockpit.JdbcProcesses.Standing;
import dev.afterflow.security.Problem;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Processes with the load of their steps, of one version or of all; versions are told apart by what is in them. */
@Service
@Transactional(readOnly = true)
class Processes {

    private final JdbcProcesses store;
    private final StepCases cases;
    private final Models models;
    private final Overview overview;

    Processes(JdbcProcesses store, StepCases cases, Models models, Overview overview) {
        this.store = store;
        this.cases = cases;
        this.models = models;
        this.overview = overview;
    }

    /** A version: all definitions with the same content; {@code number} is the engine's of the newest. */
    record Version(String hash, Integer number, OffsetDateTime since, long waiting) {
    }

    /** A process in the list. */
    record Summary(String process, String nameZh, String nameEn, long waiting, long stuck, List<Version> versions) {
    }

    /**
     * A step with its load.
     *
     * @param drawn false when only an older version has it
     * @param waited how long those who left had waited
     * @param late tasks finished after they were due
     * @param failed jobs that stopped here
     */
    record Step(String activity, String type, String nameZh, String nameEn, String calls, boolean drawn, long waiting, long stuck,
                OffsetDateTime oldest, long entered, long ended, long cancelled, long late, long failed, Spread waited) {
    }

    /** A process as it is looked at; {@code xml} is its newest drawing among what was asked for, null if the engine has none. */
    record Shown(Overview.Freshness freshness, String process, String nameZh, String nameEn, String version, List<Version> versions,
                 String xml, List<Step> steps) {
    }

    List<Summary> all(Scope scope) {
        Map<String, List<Model>> byProcess = store.models(scope, null).stream()
                .collect(Collectors.groupingBy(Model::process, LinkedHashMap::new, Collectors.toList()));
        return byProcess.values().stream().map(of -> new Summary(of.get(0).process(), of.get(0).nameZh(), of.get(0).nameEn(),
                of.stream().mapToLong(Model::waiting).sum(), of.stream().mapToLong(Model::stuck).sum(), versions(of))).toList();
    }

    Shown of(Scope scope, String process, String version) {
        List<Model> all = store.models(scope, process);
        List<Model> chosen = chosen(all, version);
        Model newest = chosen.get(0);
        return new Shown(overview.freshness(), process, newest.nameZh(), newest.nameEn(), version, versions(all),
                newest.deployedAt() == null ? null : models.xml(newest.definition()), steps(scope, chosen));
    }

    /** The cases at a step, those that wait longest first. */
    StepCases.Page cases(Scope scope, String process, String version, String activity, String after, Integer limit) {
        List<Model> chosen = chosen(store.models(scope, process), version);
        if (store.nodes(ids(chosen)).stream().noneMatch(node -> node.activity().equals(activity))) {
            throw Problem.notFound("step");
        }
        return cases.page(scope, ids(chosen), definitions(chosen), activity, after, limit);
    }

    private static List<Model> chosen(List<Model> all, String version) {
        List<Model> chosen = all.stream().filter(model -> version == null || model.hash().equals(version)).toList();
        if (chosen.isEmpty()) {
            throw Problem.notFound("process");
        }
        return chosen;
    }

    private static List<Version> versions(List<Model> models) {
        Map<String, List<Model>> byHash = models.stream().collect(Collectors.groupingBy(Model::hash, LinkedHashMap::new, Collectors.toList()));
        return byHash.entrySet().stream().map(same -> new Version(same.getKey(), same.getValue().get(0).version(),
                same.getValue().get(same.getValue().size() - 1).deployedAt(),
                same.getValue().stream().mapToLong(Model::waiting).sum())).toList();
    }

    private List<Step> steps(Scope scope, List<Model> chosen) {
        Map<String, Passed> passed = byActivity(store.passed(scope, ids(chosen)), Passed::activity);
        Map<String, Standing> standing = byActivity(store.standing(scope, ids(chosen)), Standing::activity);
        Map<String, Spread> waits = store.waits(scope, ids(chosen));
        Map<String, Long> failed = store.failed(scope, definitions(chosen));
        int drawn = chosen.get(0).id();
        Map<String, Node> nodes = new LinkedHashMap<>();
        store.nodes(ids(chosen)).forEach(node -> nodes.putIfAbsent(node.activity(), node));
        Set<String> activities = new LinkedHashSet<>(nodes.keySet());
        activities.addAll(standing.keySet());
        return activities.stream().map(activity -> step(nodes.getOrDefault(activity, new Node(0, activity, "", null, null, null)), drawn,
                standing.getOrDefault(activity, new Standing(activity, 0, 0, null)),
                passed.getOrDefault(activity, new Passed(activity, 0, 0, 0, 0)), failed.getOrDefault(activity, 0L),
                waits.getOrDefault(activity, Spread.of(Map.of())))).toList();
    }

    private static Step step(Node node, int drawn, Standing now, Passed period, long failed, Spread waited) {
        return new Step(node.activity(), node.type(), node.nameZh(), node.nameEn(), node.calls(), node.model() == drawn, now.waiting(),
                now.stuck(), now.oldest(), period.entered(), period.ended(), period.cancelled(), period.late(), failed, waited);
    }

    private static <T> Map<String, T> byActivity(List<T> rows, Function<T, String> activity) {
        return rows.stream().collect(Collectors.toMap(activity, Function.identity()));
    }

    private static List<Integer> ids(List<Model> models) {
        return models.stream().map(Model::id).toList();
    }

    private static List<String> definitions(List<Model> models) {
        return models.stream().map(Model::definition).toList();
    }
}
