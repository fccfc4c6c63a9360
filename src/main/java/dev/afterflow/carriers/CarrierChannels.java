package dev.afterflow.carriers;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which way leads to a carrier: the first that does, and by hand there is always one. */
@Component
class CarrierChannels {

    private final List<RequestWay> ways;

    CarrierChannels(List<RequestWay> ways) {
        this.ways = List.copyOf(ways);
    }

    Channel of(String shop, String carrier) {
        return ways.stream().filter(way -> way.leadsTo(shop, carrier)).findFirst().map(RequestWay::channel).orElse(Channel.PORTAL);
    }

    Optional<RequestWay> way(Channel channel) {
        return ways.stream().filter(way -> way.channel() == channel).findFirst();
    }
}
