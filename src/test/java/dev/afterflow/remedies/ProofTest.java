package dev.afterflow.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.cases.Case;
import dev.afterflow.orders.ParcelScanned.Code;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counts as proved for the table of liability, and what does not. */
class ProofTest {

    private final Scene scene = new Scene();

    @Test
    void aPictureShowsItAndATextFileDoesNot() {
        assertThat(Proof.all(scene.known())).doesNotContain(Proof.SHOWN);
        scene.pictured = true;
        assertThat(Proof.all(scene.known())).contains(Proof.SHOWN);
    }

    @Test
    void thePackingRecordTellsWhatLeft() {
        assertThat(Proof.all(new Scene().packs(Map.of("1", 2)).known())).contains(Proof.LEFT_FULL).doesNotContain(Proof.LEFT_SHORT);
        assertThat(Proof.all(new Scene().packs(Map.of("1", 1)).known())).contains(Proof.LEFT_SHORT).doesNotContain(Proof.LEFT_FULL);
        assertThat(Proof.all(new Scene().packs(Map.of("9", 2)).known())).contains(Proof.OTHER_SKU);
        assertThat(Proof.all(scene.known())).as("no record proves nothing").doesNotContain(Proof.LEFT_SHORT, Proof.LEFT_FULL, Proof.OTHER_SKU);
    }

    @Test
    void whatTheBuyerSaysOfTheParcelCountsOnlyWithAPicture() {
        scene.words = "外箱压扁了，里面没有任何泡沫";
        assertThat(Proof.all(scene.known())).doesNotContain(Proof.BOX_CRUSHED, Proof.PADDING_MISSING);
        scene.pictured = true;
        assertThat(Proof.all(scene.known())).contains(Proof.BOX_CRUSHED, Proof.PADDING_MISSING);
        scene.words = "原厂封箱里少一个盖子";
        assertThat(Proof.all(scene.known())).contains(Proof.SEALED_BOX_SHORT);
        scene.words = "箱子封口断了，东西被拆开过";
        assertThat(Proof.all(scene.known())).contains(Proof.ARRIVED_LIGHT);
    }

    @Test
    void theCarriersOwnWordsCountByThemselves() {
        assertThat(Proof.all(new Scene().scans(Code.EXCEPTION, "外包装破损").known())).contains(Proof.BOX_CRUSHED);
        assertThat(Proof.all(new Scene().scans(Code.EXCEPTION, "重量不符，待核实").known())).contains(Proof.ARRIVED_LIGHT);
        assertThat(Proof.all(new Scene().scans(Code.EXCEPTION, "地址不详，无法派送").known())).contains(Proof.ADDRESS_WRONG);
        assertThat(Proof.all(new Scene().scans(Code.IN_TRANSIT, "外包装破损").known())).doesNotContain(Proof.BOX_CRUSHED);
    }

    @Test
    void aParcelThatLostWeightOnTheWayIsOpenedByItsWeights() {
        assertThat(lightAfter("称重 1.00kg")).isTrue();
        assertThat(lightAfter("揽收称重 1200 克，转运称重 1000 克")).isTrue();
        assertThat(lightAfter("称重 1.18 公斤")).as("scales differ").isFalse();
        assertThat(lightAfter("weight 1150 g")).isFalse();
        assertThat(lightAfter("3 天内送达")).isFalse();
        assertThat(Proof.all(new Scene().scans(Code.IN_TRANSIT, "称重 0.2kg").known())).as("nothing to compare with").doesNotContain(Proof.ARRIVED_LIGHT);
    }

    private static boolean lightAfter(String said) {
        return Proof.all(new Scene().packs(Map.of("1", 2)).scans(Code.IN_TRANSIT, said).known()).contains(Proof.ARRIVED_LIGHT);
    }

    @Test
    void aPersonReadsWhatWasWrittenDown() {
        Circumstances known = new Scene().packs(Map.of("1", 2)).scans(Code.IN_TRANSIT, "称重 1.00kg").known();
        assertThat(Records.lines(known, true)).isEqualTo("装箱 SF1：2 件，1200 克，照片 1 张\n最新物流 SF1：11-18 16:00 运输中 杭州 称重 1.00kg");
        assertThat(Records.lines(known, false)).startsWith("Packed SF1: pieces 2, 1200 g, pictures 1\nLatest scan SF1: 11-18 16:00 in transit");
        assertThat(Records.lines(scene.known(), true)).isEmpty();
    }

    @Test
    void deliveryAndDelayFollowFromTheTimes() {
        assertThat(Proof.all(scene.known())).contains(Proof.DELIVERED_PROVED);
        scene.deliveredAt = null;
        assertThat(Proof.all(scene.known())).doesNotContain(Proof.DELIVERED_PROVED);
        scene.promisedShipAt = Scene.NOW.minus(Duration.ofDays(5));
        scene.promisedDeliveryAt = Scene.NOW.minus(Duration.ofDays(1));
        assertThat(Proof.all(scene.known())).contains(Proof.LATE_LEAVING, Proof.LATE_CARRIER);
        scene.promisedShipAt = Scene.NOW.minus(Duration.ofDays(3));
        scene.promisedDeliveryAt = Scene.NOW.plus(Duration.ofDays(1));
        assertThat(Proof.all(scene.known())).doesNotContain(Proof.LATE_LEAVING, Proof.LATE_CARRIER);
    }

    @Test
    void theTableReadsThemByName() {
        scene.pictured = true;
        assertThat(Proof.joined(Proof.all(scene.known()))).isEqualTo("SHOWN,DELIVERED_PROVED");
        assertThat(Proof.words(Proof.all(scene.known()), true)).isEqualTo("买家有照片或视频；快递显示已签收");
        assertThat(Proof.words(List.of(Proof.LEFT_SHORT), false)).isEqualTo("it left short");
    }

    @Test
    void theTermIsSevenDaysOrTheWarranty() {
        scene.deliveredAt = Scene.NOW.minus(Duration.ofDays(7));
        assertThat(scene.known().inTerm()).isTrue();
        scene.deliveredAt = Scene.NOW.minus(Duration.ofDays(8));
        assertThat(scene.known().inTerm()).isFalse();
        scene.warrantyDays = 365;
        assertThat(scene.known().inTerm()).isTrue();
        scene.deliveredAt = null;
        assertThat(scene.known().inTerm()).isFalse();
    }

    @Test
    void whatNobodyCountedIsInStock() {
        scene.lines = List.of(new Case.Line("1", 2));
        assertThat(scene.known().inStock()).isTrue();
        scene.stock = Map.of("S-1", 1);
        assertThat(scene.known().inStock()).isFalse();
        scene.stock = Map.of("S-1", 2);
        assertThat(scene.known().inStock()).isTrue();
    }
}
