package dev.afterflow.logistics;

import dev.afterflow.connections.SignedLine;
import dev.afterflow.connections.SignedLine.Heard;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Tells a warehouse's system over HTTP: one PUT a notice under our own number, signed in both directions. */
@Component
class HttpWarehouse implements Warehouse {

    private final SignedLine line;

    HttpWarehouse(WarehouseSettings settings, SignedLine.Wires wires) {
        line = wires.line(new SignedLine.Dialect("warehouse", "Warehouse", settings.url(), settings.secret(), settings.read(), "/sandbox/warehouse",
                WarehouseSignature::new));
    }

    SignedLine line() {
        return line;
    }

    @Override
    public boolean isConnected(String shop) {
        return line.leads(shop);
    }

    @Override
    public Answer tell(Notice notice) {
        Heard heard = line.call(notice.shop(), HttpMethod.PUT, path(notice.kind()) + notice.number(), notice.body().getBytes(StandardCharsets.UTF_8));
        if (!heard.isWhole()) {
            return new Answer(Result.UNKNOWN, heard.status(), heard.code(), null);
        }
        String text = new String(heard.body(), StandardCharsets.UTF_8);
        if (heard.isTaken()) {
            return new Answer(Result.TAKEN, heard.status(), null, text);
        }
        return new Answer(heard.isRefused() ? Result.REFUSED : Result.UNKNOWN, heard.status(), "HTTP_" + heard.status(), text);
    }

    private static String path(Kind kind) {
        return switch (kind) {
            case RETURN_EXPECTED -> "/returns/";
            case SHIPMENT_ORDERED -> "/shipments/";
            case EVENT -> "/events/";
        };
    }
}
