package doppel.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentFolderTest {

    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);

    @TempDir
    private Path folder;

    private ConsentFolder consents;

    @BeforeEach
    void open() {
        consents = ConsentFolder.open(folder.resolve("consent"));
    }

    @Test
    void aRecordComesBackAsItWasWritten() throws IOException {
        var anna = consent("anna", EnumSet.allOf(Use.class), Optional.of(MAY_1.plusYears(1)));
        consents.add(anna);
        assertEquals(Optional.of(anna), consents.find("anna"));
        assertEquals(List.of(anna), consents.all());
    }

    @Test
    void aRecordIsTextThatPeopleCanRead() throws IOException {
        consents.add(consent("anna", Set.of(Use.TRAIN), Optional.empty()));
        var text = Files.readString(folder.resolve("consent/anna.json"));
        assertTrue(text.contains("\"subject\" : \"person\""), text);
        assertTrue(text.contains("\"given\" : \"2026-05-01\""), text);
        assertTrue(text.contains("[ \"train\" ]"), text);
    }

    @Test
    void aPersonWithoutARecordIsRefusedWithTheCommandThatHelps() {
        assertRefused(
                "anna has no consent on file",
                "bash environment/workbench consent add --alias anna --uses train,swap --expires YYYY-MM-DD",
                MAY_1);
    }

    @Test
    void theLastDayStillHoldsAndTheNextDoesNot() throws IOException {
        consents.add(consent("anna", Set.of(Use.TRAIN), Optional.of(MAY_1.plusDays(9))));
        assertEquals(
                "anna", consents.require("anna", Use.TRAIN, MAY_1.plusDays(9)).alias());
        assertRefused("expired on 2026-05-10", "--replace", MAY_1.plusDays(10));
    }

    @Test
    void nothingIsPermittedBeforeTheFirstDay() throws IOException {
        consents.add(consent("anna", Set.of(Use.TRAIN), Optional.empty()));
        assertRefused("holds only from 2026-05-01", "--replace", MAY_1.minusDays(1));
    }

    @Test
    void oneUseDoesNotPermitTheOther() throws IOException {
        consents.add(consent("anna", Set.of(Use.SWAP), Optional.empty()));
        assertRefused("does not permit the use train", "--uses train,swap", MAY_1);
    }

    @Test
    void aWithdrawnConsentPermitsNothingAndTheOldRecordStays() throws IOException {
        consents.add(consent("anna", Set.of(Use.TRAIN), Optional.empty()));
        var before = Files.readString(folder.resolve("consent/anna.json"));
        consents.withdraw("anna", MAY_1.plusDays(1));
        assertRefused("was withdrawn on 2026-05-02", "--replace", MAY_1.plusDays(2));
        assertEquals(before, Files.readString(folder.resolve("consent/anna.2026-05-02-1.json")));
    }

    @Test
    void anUnreadableRecordIsARefusalNotAPermit() throws IOException {
        Files.createDirectories(folder.resolve("consent"));
        Files.writeString(folder.resolve("consent/anna.json"), "{ \"alias\": \"anna\"");
        assertRefused("is not readable", "--replace", MAY_1);
    }

    @Test
    void aRecordUnderAnotherNameIsARefusal() throws IOException {
        consents.add(consent("berta", Set.of(Use.TRAIN), Optional.empty()));
        Files.move(folder.resolve("consent/berta.json"), folder.resolve("consent/anna.json"));
        assertRefused("is the record of berta", "--replace", MAY_1);
    }

    @Test
    void addingNeverOverwrites() throws IOException {
        var first = consent("anna", Set.of(Use.TRAIN), Optional.empty());
        consents.add(first);
        var second = consent("anna", Set.of(Use.SWAP), Optional.empty());
        var fault = assertThrows(IllegalStateException.class, () -> consents.add(second));
        assertTrue(fault.getMessage().contains("--replace"), fault.getMessage());
        assertEquals(Optional.of(first), consents.find("anna"));
    }

    @Test
    void replacingKeepsEveryOlderRecord() throws IOException {
        consents.add(consent("anna", Set.of(Use.TRAIN), Optional.empty()));
        consents.replace(consent("anna", Set.of(Use.SWAP), Optional.empty()), MAY_1);
        var last = consent("anna", EnumSet.allOf(Use.class), Optional.empty());
        consents.replace(last, MAY_1);
        assertTrue(Files.exists(folder.resolve("consent/anna.2026-05-01-1.json")));
        assertTrue(Files.exists(folder.resolve("consent/anna.2026-05-01-2.json")));
        assertEquals(List.of(last), consents.all());
    }

    @Test
    void aPermitNeedsEverybodysConsent() throws IOException {
        consents.add(consent("anna", Set.of(Use.SWAP), Optional.empty()));
        var fault = assertThrows(
                IllegalStateException.class, () -> consents.permit(Use.SWAP, List.of("anna", "berta"), MAY_1));
        assertTrue(fault.getMessage().startsWith("berta has no consent"), fault.getMessage());
        consents.add(consent("berta", Set.of(Use.SWAP), Optional.empty()));
        var permit = consents.permit(Use.SWAP, List.of("anna", "berta"), MAY_1);
        assertEquals(List.of("anna", "berta"), permit.people());
        assertThrows(IllegalStateException.class, () -> permit.requireUse(Use.TRAIN));
        assertThrows(IllegalStateException.class, () -> permit.requirePerson("carla"));
    }

    @Test
    void anAliasLeadsIntoNoOtherFolder() {
        var fault = assertThrows(IllegalArgumentException.class, () -> consents.require("../anna", Use.TRAIN, MAY_1));
        assertTrue(fault.getMessage().contains("\"../anna\""), fault.getMessage());
    }

    @Test
    void aRecordThatMakesNoSenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> consent("Anna", Set.of(Use.TRAIN), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> consent("anna", Set.of(), Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> consent("anna", Set.of(Use.TRAIN), Optional.of(MAY_1.minusDays(1))));
    }

    private void assertRefused(String reason, String remedy, LocalDate today) {
        var fault = assertThrows(IllegalStateException.class, () -> consents.require("anna", Use.TRAIN, today));
        assertTrue(fault.getMessage().contains(reason), fault.getMessage());
        assertTrue(fault.getMessage().contains(remedy), fault.getMessage());
        assertTrue(fault.getMessage().contains("anna"), fault.getMessage());
    }

    private static Consent consent(String alias, Set<Use> uses, Optional<LocalDate> expires) {
        return new Consent(
                alias, Subject.PERSON, uses, MAY_1, expires, "agreed by letter to be in the course", Optional.empty());
    }
}
