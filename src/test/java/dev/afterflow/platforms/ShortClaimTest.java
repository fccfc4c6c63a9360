package dev.afterflow.platforms;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.afterflow.dispatch.CrashPoint;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.dispatch.Parcel;
import dev.afterflow.platforms.JdbcPlatformRequests.Row;
import dev.afterflow.platforms.JdbcPlatformRequests.State;
import dev.afterflow.platforms.Marketplace.Told;
import dev.afterflow.platforms.PlatformRequest.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Looking took so long that the claim is too short for one more call: the word has its turn soon again, and was not tried. */
class ShortClaimTest {

    private static final Parcel PARCEL = new Parcel(PlatformCourier.KIND, "FLAG-1", "lanting", 12, "claim");

    private final JdbcPlatformRequests rows = mock(JdbcPlatformRequests.class);
    private final Markets markets = mock(Markets.class);
    private final Marketplace market = mock(Marketplace.class);
    private final Outbox outbox = mock(Outbox.class);
    private final TransactionTemplate tx = mock(TransactionTemplate.class);
    @SuppressWarnings("unchecked")
    private final ObjectProvider<PlatformPapers> papers = mock(ObjectProvider.class);
    private final PlatformCourier courier = new PlatformCourier(rows, mock(PlatformRequests.class), markets, mock(JdbcPlatformMatters.class), mock(Mirror.class),
            mock(PlatformBundles.class), papers, outbox, null, new CrashPoint(), tx);

    @BeforeEach
    void aFlagThatWaits() throws Exception {
        PlatformRequest flag = new PlatformRequest("FLAG-1", "LT-1", "lanting", Kind.FLAG, "700001", null, null, null, "售后", Map.of("FLAG", "1"));
        when(tx.execute(any())).thenAnswer(call -> call.getArgument(0, TransactionCallback.class).doInTransaction(null));
        when(rows.find("FLAG-1")).thenReturn(Optional.of(new Row(flag, "taobao", State.NEW, null, null, null, null, null, Instant.EPOCH, null)));
        when(markets.named("taobao")).thenReturn(Optional.of(market));
        when(market.serves("lanting")).thenReturn(true);
        when(market.feedOf(any(), any())).thenReturn(Optional.empty());
        when(market.isThere(any(), any(Told.class))).thenReturn(false);
        when(papers.stream()).thenReturn(Stream.of());
    }

    @Test
    void aClaimTooShortToLookByGivesTheWordItsTurnSoon() throws Exception {
        when(outbox.stillMine(PARCEL)).thenReturn(false);
        courier.carry(PARCEL);
        verify(outbox).paced(eq(PARCEL), any());
        verify(market, never()).isThere(any(), any());
    }

    @Test
    void aClaimTooShortToWriteByGivesTheWordItsTurnSoon() throws Exception {
        when(outbox.stillMine(PARCEL)).thenReturn(true, false);
        courier.carry(PARCEL);
        verify(outbox).paced(eq(PARCEL), any());
        verify(market, never()).write(any(), any(), any(List.class), any());
        verify(rows, never()).others(any(), any(), anyInt());
    }
}
