package dev.afterflow.benchmark;

import java.util.function.BiConsumer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Starts a run in this JVM and answers when its last case has ended: the nanoseconds it took. */
final class DriveDoor {

    private DriveDoor() {
    }

    static RouterFunction<ServerResponse> to(BiConsumer<Integer, Boolean> drive) {
        return RouterFunctions.route().POST("/drive", request -> {
            long begun = System.nanoTime();
            drive.accept(Integer.valueOf(request.param("cases").orElseThrow()), request.param("open").isPresent());
            return ServerResponse.ok().body(String.valueOf(System.nanoTime() - begun));
        }).build();
    }
}
