package dev.afterflow.sandbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Where the demo's people answer their tasks, over the same doors as a browser. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class Stage {

    private static final List<String> AGENTS = List.of("lin", "chen", "song", "zhao");
    private static final Map<String, List<String>> WHO = Map.ofEntries(Map.entry("approveRefund", List.of("zhou", "manager", "director", "gu")),
            Map.entry("receiveParcel", List.of("he", "tang")), Map.entry("inspectGoods", List.of("tang", "he")), Map.entry("pickGoods", List.of("he", "tang")),
            Map.entry("hurryShipment", List.of("he", "tang")), Map.entry("resolvePayout", List.of("xu", "ma")), Map.entry("chaseRefund", List.of("xu", "ma")),
            Map.entry("resolveMismatch", List.of("xu", "ma")), Map.entry("answerPlatform", List.of("zhao", "lin")),
            Map.entry("settleLiability", List.of("lin", "chen", "zhou", "gu")), Map.entry("reviewReturn", List.of("lin", "zhou")), Map.entry("settleFoundParcel", List.of("chen", "lin")),
            Map.entry("approveWriteOff", List.of("xu", "ma")));

    private static final String URGED = "买家来电催了两次，今天下班前给答复";

    private final Staff staff;
    private final Clock clock;

    Stage(Staff staff, Clock clock) {
        this.staff = staff;
        this.clock = clock;
    }

    /** The open tasks of a case by name, each with its id and revision. */
    Map<String, JsonNode> tasks(Plot plot) {
        Map<String, JsonNode> open = new LinkedHashMap<>();
        staff.get(watcher(plot), "/api/tasks?case=" + plot.caseNumber()).body().path("items")
                .forEach(item -> open.put(item.path("task").asString(), item));
        return open;
    }

    boolean closed(Plot plot) {
        return staff.get(watcher(plot), "/api/cases/" + plot.caseNumber()).body().at("/case/state").asString("").equals("CLOSED");
    }

    /** The next answer of the script for a task that is open; empty when the story has none. */
    static Optional<Turn.Answer> answer(Plot plot, String task) {
        return plot.script().answers().stream().filter(each -> each.task().equals(task)).skip(plot.times(task)).findFirst();
    }

    /** The first of those who may work the task takes it and answers; answers why it was refused, or nothing. */
    Optional<String> play(Plot plot, Turn.Answer answer, JsonNode task) {
        String refused = "nobody may work it";
        for (String login : crew(plot, answer.task())) {
            JsonNode opened = staff.get(login, path(task)).body();
            Staff.Answer claimed = claim(login, task, opened.at("/item/revision").asLong());
            if (!claimed.fine()) {
                refused = login + " " + claimed.status() + " " + claimed.body().path("rule").asString("");
                continue;
            }
            long revision = claimed.body().path("revision").asLong();
            Staff.Answer done = staff.post(login, path(task) + "/complete",
                    Map.of("revision", revision, "data", filled(plot, login, answer, opened.path("data"))));
            if (done.fine()) {
                return Optional.empty();
            }
            refused = login + " " + done.status() + " " + done.body();
            staff.post(login, path(task) + "/release", Map.of("revision", revision));
        }
        return Optional.of(refused);
    }

    private Staff.Answer claim(String login, JsonNode task, long revision) {
        return staff.post(login, path(task) + "/claim", Map.of("revision", revision));
    }

    void take(Plot plot, JsonNode task) {
        claim(agent(plot), task, task.path("revision").asLong());
    }

    /** The number of the case that came of the plot's order, once there is one. */
    Optional<String> caseOf(Plot plot) {
        return Optional.of(staff.get(watcher(plot), "/api/cases?q=" + plot.orderId()).body().at("/items/0/number").asString(""))
                .filter(number -> !number.isEmpty());
    }

    /** An agent attaches the picture that the buyer sent. */
    void picture(Plot plot) {
        staff.attach(agent(plot), plot.caseNumber(), "买家照片-" + plot.no() + "-" + plot.times("PICTURE") + ".png",
                Drawing.evidence(product(plot), plot.no() + plot.done().size(), plot.script().reasons().get(0), clock.instant()));
    }

    /** Once in a story, however often it is played. */
    void remark(Plot plot) {
        String path = "/api/cases/" + plot.caseNumber();
        if (!staff.get(agent(plot), path).body().path("remarks").toString().contains(URGED)) {
            staff.post(agent(plot), path + "/remarks", Map.of("flag", "RED", "reason", "催单", "text", URGED));
        }
    }

    /** An agent writes to the buyer; the same words go out, or are kept back by the guard, once. */
    boolean write(Plot plot, String text) {
        return staff.post(agent(plot), "/api/cases/" + plot.caseNumber() + "/messages", Map.of("text", text), "WR-D-%05d-%d".formatted(plot.no(), text.hashCode())).fine();
    }

    /** The parcel the plot's order left in. */
    String waybill(Plot plot) {
        return ofOrder(plot, "/shipments/0/waybill");
    }

    /** What the plot's order is about. */
    private String product(Plot plot) {
        return ofOrder(plot, "/items/0/productId");
    }

    private String ofOrder(Plot plot, String what) {
        return staff.get(watcher(plot), "/api/cases/" + plot.caseNumber()).body().at("/order" + what).asString("");
    }

    String agent(Plot plot) {
        return AGENTS.get(plot.no() % 3);
    }

    private static String watcher(Plot plot) {
        return List.of("lin", "chen", "song", "zhao", "zhou", "manager").get(plot.no() % 6);
    }

    private List<String> crew(Plot plot, String task) {
        List<String> crew = new ArrayList<>(WHO.getOrDefault(task, List.of()));
        if (crew.isEmpty()) {
            crew.add(agent(plot));
        } else if (plot.no() % 2 == 1 && List.of("receiveParcel", "inspectGoods", "pickGoods").contains(task)) {
            crew.add(0, crew.remove(1));
        }
        return crew;
    }

    private static String path(JsonNode task) {
        return "/api/tasks/" + task.path("taskId").asString();
    }

    private Map<String, Object> filled(Plot plot, String login, Turn.Answer answer, JsonNode shown) {
        Map<String, Object> data = new LinkedHashMap<>();
        answer.data().forEach((key, value) -> {
            Object real = value instanceof String word && word.startsWith("$") ? read(plot, login, word, answer, shown) : value;
            if (real != null && !real.equals("")) {
                data.put(key, real);
            }
        });
        return data;
    }

    private Object read(Plot plot, String login, String word, Turn.Answer answer, JsonNode shown) {
        return switch (word) {
            case "$amount" -> shown.path("amount").asString("");
            case "$remedy" -> shown.path("remedy").asString("");
            case "$waybill" -> "SFR%09d".formatted(300_000_000 + plot.no() * 977 + plot.done().size());
            case "$reference" -> "PT%d".formatted(20_261_000_000L + plot.no() * 977L + plot.done().size());
            case "$offers" -> shown.path("offerable").valueStream().limit(3).map(each -> each.path("value").asString()).toList();
            case "$picture" -> List.of(staff.attach(login, plot.caseNumber(), answerName(login) + "-" + plot.no() + "-" + plot.script().answers().indexOf(answer) + ".png",
                    Drawing.evidence(product(plot), plot.no() * 3 + plot.done().size(), "WAREHOUSE", clock.instant())));
            case "$lines" -> shown.path("lines").valueStream().map(line -> {
                int counted = line.path("counted").isNumber() ? line.path("counted").asInt() : line.path("expected").asInt();
                return counted == 0 ? Map.of("counted", 0) : Map.of("counted", counted, "grade", "A");
            }).toList();
            case "$picked" -> shown.path("lines").valueStream().map(line -> Map.of("counted", line.path("quantity").asInt(),
                    "scannedSku", line.path("sku").asString())).toList();
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static String answerName(String login) {
        return List.of("he", "tang").contains(login) ? "开箱照片" : "凭证";
    }
}
