/** All the page does by itself: asks the telephone where it is, and prints. Without script the page lacks these two buttons. */
export const boardScript = `(() => {
  const here = document.getElementById('here');
  const told = document.getElementById('told');
  if (here && told && navigator.geolocation) {
    here.hidden = false;
    here.addEventListener('click', () => {
      here.disabled = true;
      told.textContent = told.dataset.locating;
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          here.disabled = false;
          told.textContent = '';
          location.assign('?lng=' + coords.longitude.toFixed(6) + '&lat=' + coords.latitude.toFixed(6));
        },
        () => {
          here.disabled = false;
          told.textContent = told.dataset.failed;
        },
        { enableHighAccuracy: true, timeout: 10000, maximumAge: 60000 },
      );
    });
  }
  const paper = document.getElementById('print');
  if (paper) {
    paper.hidden = false;
    paper.addEventListener('click', () => window.print());
  }
})();`;
