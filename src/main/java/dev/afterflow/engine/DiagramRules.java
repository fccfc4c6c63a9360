package dev.afterflow.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Every element is drawn once, and no two steps are drawn over each other. */
class DiagramRules {

    private record Box(Xml element, double x, double y, double width, double height) {

        boolean overlaps(Box other) {
            return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
        }
    }

    private static final Set<String> DRAWN_BESIDE = Set.of("bpmn:textAnnotation", "bpmn:participant", "bpmn:lane", "bpmn:group");

    void check(Said said, Xml root) {
        Map<String, Xml> shapes = drawn(said, root, "bpmndi:BPMNShape");
        Map<String, Xml> edges = drawn(said, root, "bpmndi:BPMNEdge");
        root.all().filter(element -> BpmnLint.NODES.contains(element.name) || DRAWN_BESIDE.contains(element.name))
                .forEach(element -> said.ensure(shapes.containsKey(element.id()), element, "diagram", "The element is not drawn"));
        root.all().filter(element -> element.is("bpmn:sequenceFlow", "bpmn:messageFlow", "bpmn:association"))
                .forEach(arrow -> said.ensure(edges.containsKey(arrow.id()) && edges.get(arrow.id()).children("di:waypoint").count() > 1, arrow,
                        "diagram", "The arrow is not drawn"));
        overlaps(said, root.all().filter(element -> BpmnLint.NODES.contains(element.name) && shapes.containsKey(element.id()))
                .map(element -> box(said, element, shapes.get(element.id()))).filter(Objects::nonNull).toList());
    }

    private static Map<String, Xml> drawn(Said said, Xml root, String kind) {
        Set<String> ids = new HashSet<>(root.all().filter(element -> element.name.startsWith("bpmn:")).map(Xml::id).toList());
        Map<String, Xml> drawn = new HashMap<>();
        root.all(kind).forEach(shape -> {
            String of = shape.get("bpmnElement");
            said.ensure(ids.contains(of), shape, "diagram", "A drawing of '" + of + "', which is not there");
            said.ensure(drawn.put(of, shape) == null, shape, "diagram", "'" + of + "' is drawn twice");
        });
        return drawn;
    }

    private static Box box(Said said, Xml element, Xml shape) {
        try {
            Xml bounds = shape.children("dc:Bounds").findFirst().orElseThrow(() -> new NumberFormatException("no bounds"));
            return new Box(element, Double.parseDouble(bounds.get("x")), Double.parseDouble(bounds.get("y")),
                    Double.parseDouble(bounds.get("width")), Double.parseDouble(bounds.get("height")));
        } catch (NumberFormatException e) {
            said.refuse(element, "diagram", "The drawing has no place and size");
            return null;
        }
    }

    private static void overlaps(Said said, List<Box> boxes) {
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                Xml one = boxes.get(i).element();
                Xml other = boxes.get(j).element();
                if (one.parent == other.parent && !one.is("bpmn:boundaryEvent") && !other.is("bpmn:boundaryEvent") && boxes.get(i).overlaps(boxes.get(j))) {
                    said.refuse(other, "overlap", "Drawn over " + one.id());
                }
            }
        }
    }
}
