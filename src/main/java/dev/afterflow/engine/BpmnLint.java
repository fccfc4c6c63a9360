package dev.afterflow.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses processes that would run away or lose money: endless loops, floods of branches, an outside effect nobody waits for. */
class BpmnLint {

    static final Set<String> NODES = Set.of("bpmn:startEvent", "bpmn:endEvent", "bpmn:intermediateCatchEvent", "bpmn:intermediateThrowEvent",
            "bpmn:boundaryEvent", "bpmn:serviceTask", "bpmn:userTask", "bpmn:receiveTask", "bpmn:businessRuleTask", "bpmn:callActivity",
            "bpmn:subProcess", "bpmn:exclusiveGateway", "bpmn:inclusiveGateway", "bpmn:parallelGateway", "bpmn:eventBasedGateway");
    private static final Set<String> WAITS = Set.of("bpmn:userTask", "bpmn:receiveTask", "bpmn:intermediateCatchEvent", "bpmn:eventBasedGateway",
            "bpmn:callActivity");
    private static final int MOST_NODES = 200;
    private static final int MOST_BRANCHES = 20;

    private final Delegates delegates;

    BpmnLint(Delegates delegates) {
        this.delegates = delegates;
    }

    void check(ModelFile file, Xml root, List<Finding> findings) {
        root.all("bpmn:process").forEach(process -> {
            List<Xml> nodes = process.all().filter(node -> NODES.contains(node.name)).toList();
            Map<String, List<String>> arrows = arrows(process);
            Map<String, List<String>> next = withBorders(process, arrows);
            if (nodes.size() > MOST_NODES) {
                refuse(findings, file, process, "guard.flood", "A process has at most " + MOST_NODES + " steps, this one has " + nodes.size());
            }
            nodes.forEach(node -> {
                branches(findings, file, node, arrows);
                outsideEffect(findings, file, node, arrows, nodes);
            });
            endless(findings, file, nodes, next);
        });
    }

    private static void branches(List<Finding> findings, ModelFile file, Xml node, Map<String, List<String>> next) {
        int out = next.getOrDefault(node.id(), List.of()).size();
        if (out > MOST_BRANCHES) {
            refuse(findings, file, node, "guard.flood", "At most " + MOST_BRANCHES + " arrows leave a step, here " + out);
        }
    }

    private void outsideEffect(List<Finding> findings, ModelFile file, Xml node, Map<String, List<String>> next, List<Xml> nodes) {
        String delegate = node.get("camunda:delegateExpression").replaceAll("[${}\\s]", "");
        if (!delegates.names().contains(delegate) || !delegates.type(delegate).isAnnotationPresent(OutsideEffect.class)) {
            return;
        }
        if (!node.get("camunda:asyncBefore").equals("true")) {
            refuse(findings, file, node, "guard.effect", "A step with an effect outside stands in a transaction of its own: asyncBefore");
        }
        List<String> after = next.getOrDefault(node.id(), List.of());
        boolean waits = after.size() == 1 && nodes.stream().anyMatch(other -> other.id().equals(after.get(0))
                && other.is("bpmn:receiveTask", "bpmn:eventBasedGateway"));
        if (!waits) {
            refuse(findings, file, node, "guard.effect", "A step with an effect outside is followed directly by the receive task that hears its outcome");
        }
    }

    /** Kahn's order over the steps that do not wait: what is left over runs in circles. */
    private static void endless(List<Finding> findings, ModelFile file, List<Xml> nodes, Map<String, List<String>> next) {
        Set<String> busy = nodes.stream().filter(node -> !waits(node)).map(Xml::id).collect(Collectors.toSet());
        Map<String, Integer> waiting = new HashMap<>();
        busy.forEach(id -> next.getOrDefault(id, List.of()).stream().filter(busy::contains).forEach(to -> waiting.merge(to, 1, Integer::sum)));
        Deque<String> free = busy.stream().filter(id -> !waiting.containsKey(id)).collect(Collectors.toCollection(ArrayDeque::new));
        Set<String> done = new HashSet<>();
        while (!free.isEmpty()) {
            String id = free.pop();
            done.add(id);
            next.getOrDefault(id, List.of()).stream().filter(busy::contains).forEach(to -> {
                if (waiting.merge(to, -1, Integer::sum) == 0) {
                    free.push(to);
                }
            });
        }
        nodes.stream().filter(node -> busy.contains(node.id()) && !done.contains(node.id()) && onCircle(node.id(), busy, next)).findFirst()
                .ifPresent(node -> refuse(findings, file, node, "guard.endless", "A way leads back to this step without any wait on it"));
    }

    private static boolean onCircle(String start, Set<String> busy, Map<String, List<String>> next) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(next.getOrDefault(start, List.of()));
        while (!open.isEmpty()) {
            String id = open.pop();
            if (id.equals(start)) {
                return true;
            }
            if (busy.contains(id) && seen.add(id)) {
                open.addAll(next.getOrDefault(id, List.of()));
            }
        }
        return false;
    }

    private static Map<String, List<String>> arrows(Xml process) {
        Map<String, List<String>> next = new HashMap<>();
        process.all("bpmn:sequenceFlow").forEach(arrow -> add(next, arrow.get("sourceRef"), arrow.get("targetRef")));
        return next;
    }

    /** The arrows, and the ways from a step to the events on its border that need no waiting. */
    private static Map<String, List<String>> withBorders(Xml process, Map<String, List<String>> arrows) {
        Map<String, List<String>> next = new HashMap<>();
        arrows.forEach((from, to) -> next.put(from, new ArrayList<>(to)));
        process.all("bpmn:boundaryEvent").filter(event -> event.children("bpmn:timerEventDefinition").findAny().isEmpty()
                && event.children("bpmn:messageEventDefinition").findAny().isEmpty())
                .forEach(event -> add(next, event.get("attachedToRef"), event.id()));
        return next;
    }

    private static void add(Map<String, List<String>> next, String from, String to) {
        next.computeIfAbsent(from, id -> new ArrayList<>()).add(to);
    }

    /** Called processes count as waiting; if one does not, the engine's limit of steps a command stops it. */
    private static boolean waits(Xml node) {
        return WAITS.contains(node.name) || node.is("bpmn:subProcess") && node.all().anyMatch(inner -> WAITS.contains(inner.name));
    }

    private static void refuse(List<Finding> findings, ModelFile file, Xml element, String rule, String text) {
        findings.add(Finding.refusal(file.name(), element.place(), rule, text + " (line " + element.line + ")"));
    }
}
