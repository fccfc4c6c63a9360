package dev.afterflow.benchmark;

import dev.afterflow.security.Visitor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long the desk's lists take over HTTP, as one person asks for them, milliseconds. */
final class Lists {

    private static final int TIMES = Integer.getInteger("benchmark.times", 400);
    private static final int WARM = 60;

    private Lists() {
    }

    record Speed(double p50, double p99) {
    }

    static Map<String, Speed> of(Visitor agent) {
        Map<String, Speed> speeds = new LinkedHashMap<>();
        String next = agent.get("/api/tasks?view=team&limit=50").json().path("next").asString("");
        speeds.put("first page by due date", speed(agent, "/api/tasks?view=team&limit=50"));
        speeds.put("next page", speed(agent, "/api/tasks?view=team&limit=50&after=" + next));
        speeds.put("first page by priority", speed(agent, "/api/tasks?view=team&sort=priority&limit=50"));
        speeds.put("counts", speed(agent, "/api/tasks/counts"));
        return speeds;
    }

    static Speed speed(Visitor agent, String path) {
        for (int time = 0; time < WARM; time++) {
            ask(agent, path);
        }
        double[] times = new double[TIMES];
        for (int time = 0; time < TIMES; time++) {
            long begun = System.nanoTime();
            ask(agent, path);
            times[time] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return new Speed(times[TIMES / 2], times[TIMES * 99 / 100]);
    }

    private static void ask(Visitor agent, String path) {
        Visitor.Answer answer = agent.get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answers " + answer.status());
        }
    }
}
