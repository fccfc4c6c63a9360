package dev.afterflow.sandbox;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** How each played carrier's door behaves today: well, slow (20 s), dripping (a byte a second), or failing. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class CarrierWeather {

    enum Sky { CLEAR, SLOW, DRIP, FAIL, LOST_ANSWER }

    /** The weather over all work orders; over one carrier's own it stands under {@code work-order/<carrier>}. */
    static final String WORK_ORDERS = "work-order";
    private static final int SLOW_SECONDS = 20;

    private final Map<String, Sky> skies = new ConcurrentHashMap<>();

    void set(String com, Sky sky) {
        skies.put(com, sky);
    }

    Map<String, Sky> all() {
        return Map.copyOf(skies);
    }

    Sky of(String com) {
        return com == null ? Sky.CLEAR : skies.getOrDefault(com, Sky.CLEAR);
    }

    /** Whose weather a work order of this carrier meets. */
    String over(String com) {
        return of(WORK_ORDERS) == Sky.CLEAR ? WORK_ORDERS + "/" + com : WORK_ORDERS;
    }

    /** Answers as the weather lets it. */
    void answer(String com, HttpServletResponse response, int status, String words) throws IOException {
        byte[] body = words.getBytes(StandardCharsets.UTF_8);
        Sky sky = of(com);
        if (sky == Sky.SLOW) {
            pass(SLOW_SECONDS);
        }
        response.setStatus(sky == Sky.FAIL ? 503 : status);
        response.setContentType("application/json;charset=UTF-8");
        if (sky == Sky.LOST_ANSWER) {
            response.setContentLength(body.length + 1000);
            response.setHeader("Connection", "close");
            response.getOutputStream().write('{');
            response.flushBuffer();
            return;
        }
        for (int i = 0; i < body.length && sky == Sky.DRIP; i++) {
            response.getOutputStream().write(body[i]);
            response.flushBuffer();
            pass(1);
        }
        if (sky != Sky.DRIP && sky != Sky.FAIL) {
            response.getOutputStream().write(body);
        }
    }

    private static void pass(int seconds) {
        try {
            new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
