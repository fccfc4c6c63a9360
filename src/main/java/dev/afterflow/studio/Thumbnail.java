package dev.afterflow.studio;

import dev.afterflow.engine.ModelFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small drawing of a file for the library: a process as it is laid out, a table as its grid, a form as its lines. No words, only shapes. */
final class Thumbnail {

    private static final String HEAD = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%s\" preserveAspectRatio=\"xMidYMid meet\">"
            + "<g fill=\"#fff\" stroke=\"#3d5a80\" stroke-width=\"%s\" stroke-linejoin=\"round\">";
    private static final String TAIL = "</g></svg>";
    private static final int MARGIN = 20;
    private static final int MOST_ROWS = 14;
    private static final JsonMapper JSON = new JsonMapper();

    private Thumbnail() {
    }

    static String of(ModelFile file) {
        return switch (Kind.of(file)) {
            case PROCESS -> process(Model.read(file.content()));
            case DECISION -> table(Model.read(file.content()));
            case FORM -> form(JSON.readTree(file.content()));
        };
    }

    private static String process(Element root) {
        Map<String, String> kinds = new TreeMap<>();
        Model.all(root).filter(element -> element.hasAttribute("id")).forEach(element -> kinds.put(element.getAttribute("id"), element.getLocalName()));
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, 0, 0};
        StringBuilder drawn = new StringBuilder();
        Model.all(root, "BPMNEdge").flatMap(edge -> Model.children(edge, "waypoint")).forEach(point -> grow(box, number(point, "x"), number(point, "y"), 0, 0));
        Model.all(root, "BPMNEdge").forEach(edge -> drawn.append("<polyline fill=\"none\" points=\"").append(Model.children(edge, "waypoint")
                .map(point -> number(point, "x") + "," + number(point, "y")).collect(Collectors.joining(" "))).append("\"/>"));
        Model.all(root, "BPMNShape").forEach(shape -> Model.children(shape, "Bounds").findFirst().ifPresent(bounds -> {
            double x = number(bounds, "x");
            double y = number(bounds, "y");
            double width = number(bounds, "width");
            double height = number(bounds, "height");
            grow(box, x, y, width, height);
            drawn.append(shape(kinds.getOrDefault(shape.getAttribute("bpmnElement"), ""), x, y, width, height));
        }));
        if (box[2] == 0) {
            return HEAD.formatted("0 0 100 60", "1") + TAIL;
        }
        return HEAD.formatted(String.format(Locale.ROOT, "%.0f %.0f %.0f %.0f", box[0] - MARGIN, box[1] - MARGIN, box[2] - box[0] + 2 * MARGIN, box[3] - box[1] + 2 * MARGIN),
                String.format(Locale.ROOT, "%.1f", Math.max(2, (box[2] - box[0]) / 260))) + drawn + TAIL;
    }

    private static void grow(double[] box, double x, double y, double width, double height) {
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x + width);
        box[3] = Math.max(box[3], y + height);
    }

    private static String shape(String kind, double x, double y, double width, double height) {
        if (kind.endsWith("Gateway")) {
            return String.format(Locale.ROOT, "<path fill=\"#fff3e0\" d=\"M%.0f %.0f L%.0f %.0f L%.0f %.0f L%.0f %.0f Z\"/>", x + width / 2, y, x + width, y + height / 2, x + width / 2, y + height, x, y + height / 2);
        }
        if (kind.toLowerCase(Locale.ROOT).endsWith("event")) {
            return String.format(Locale.ROOT, "<circle fill=\"%s\" cx=\"%.0f\" cy=\"%.0f\" r=\"%.0f\"/>", kind.equals("endEvent") ? "#dbe4f3" : "#fff", x + width / 2, y + height / 2, width / 2);
        }
        String fill = kind.equals("userTask") ? "#e1ecfd" : kind.equals("callActivity") ? "#eaf7e4" : "#fff";
        return String.format(Locale.ROOT, "<rect fill=\"%s\" x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" rx=\"10\"/>", fill, x, y, width, height);
    }

    private static String table(Element root) {
        long inputs = Model.all(root, "input").count();
        long outputs = Model.all(root, "output").count();
        List<Element> rules = Model.all(root, "rule").limit(MOST_ROWS).toList();
        long columns = Math.max(1, inputs + outputs);
        double width = 240.0 / columns;
        StringBuilder drawn = new StringBuilder();
        for (int row = -1; row < rules.size(); row++) {
            List<Element> cells = row < 0 ? List.of() : Model.children(rules.get(row)).filter(cell -> cell.getLocalName().endsWith("Entry")).toList();
            for (int column = 0; column < columns; column++) {
                boolean said = column < cells.size() && !Model.textOf(cells.get(column), "text").isEmpty();
                String fill = row < 0 ? "#dbe4f3" : said ? column < inputs ? "#e1ecfd" : "#eaf7e4" : "#fff";
                drawn.append(String.format(Locale.ROOT, "<rect fill=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"12\"/>", fill, column * width, (row + 1) * 12, width));
            }
        }
        return HEAD.formatted("-4 -4 248 " + ((rules.size() + 1) * 12 + 8), "1") + drawn + TAIL;
    }

    private static String form(JsonNode form) {
        StringBuilder drawn = new StringBuilder();
        int y = 0;
        for (JsonNode component : form.path("components")) {
            if (y > 160) {
                break;
            }
            boolean told = component.path("disabled").asBoolean(false) || component.path("type").asString("").equals("text");
            drawn.append("<rect x=\"0\" y=\"%d\" width=\"80\" height=\"4\" fill=\"#c9ced8\" stroke=\"none\"/>".formatted(y));
            drawn.append("<rect x=\"0\" y=\"%d\" width=\"240\" height=\"14\" rx=\"3\" fill=\"%s\"/>".formatted(y + 7, told ? "#f1f3f7" : "#fff"));
            y += 30;
        }
        return HEAD.formatted("-4 -4 248 " + Math.max(y, 60), "1") + drawn + TAIL;
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }
}
